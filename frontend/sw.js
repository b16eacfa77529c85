/// <reference lib="webworker" />
/**
 * Keeps the app itself on the phone, so that it starts in a stairwell. The API is never cached here: what
 * may be read offline is kept by the page, with its account and its expiry.
 * `tools/pack.mjs` fills in the list; from the source, files are kept as they are used.
 */

/** @type {{ url: string, integrity: string }[]} */
const FILES = typeof LINLI_FILES === 'undefined' ? [] : LINLI_FILES;
const VERSION = typeof LINLI_VERSION === 'undefined' ? 'source' : LINLI_VERSION;
const CACHE = `linli-app-${VERSION}`;

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** The app's page as it is opened again: it asks for everything at once, since everything is here. */
const AGAIN = 'again.html';

worker.addEventListener('install', (event) => event.waitUntil(keepAll()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOlder()));
worker.addEventListener('message', (event) => {
  if (event.data === 'use-now') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  const scope = new URL(worker.registration.scope).pathname;
  const isApp = origin === worker.location.origin && pathname.startsWith(scope) && !/^\/(api|healthz|readyz|metrics)(\/|$)/.test(pathname);
  if (event.request.method === 'GET' && isApp) event.respondWith(FILES.length ? packed(event.request) : asUsed(event.request));
});

/** All or nothing, each file checked by its hash: a captive portal's page can't take the app's place. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  // Named by their hash, the page's own copies will do; the page itself is asked for anew.
  await cache.addAll(FILES.map(({ url, integrity }) => new Request(url, { integrity, cache: url === AGAIN ? 'no-cache' : 'default' })));
}

async function dropOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('linli-app-') && name !== CACHE).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** @param {Request} request */
async function packed(request) {
  const cache = await caches.open(CACHE);
  const page = request.mode === 'navigate' ? await cache.match(AGAIN) : undefined;
  return page ?? (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
}

/** From the source: the network first, so that an edit is seen; the last copy without one. @param {Request} request */
async function asUsed(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok && !response.redirected) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: true });
    if (!kept) throw error;
    return kept;
  }
}
