import { NotReached, Problem } from './problem.js';

const BASE = '/api/v1';
const TIMEOUT_MS = 20_000;
const FILE_TIMEOUT_MS = 120_000;

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {any} data parsed JSON, null for 204
 * @property {string | null} etag
 * @property {number} tookMs
 */

/**
 * @typedef {object} Options
 * @property {unknown} [body] sent as JSON
 * @property {ArrayBuffer | Blob} [bytes] sent as they are
 * @property {string} [contentType] of `bytes`
 * @property {string} [ifMatch] the ETag an update was made from
 * @property {string} [idempotencyKey] for unsafe calls whose body has no id of its own
 * @property {number} [timeoutMs]
 * @property {Heard} [heard] told how much of the answer has come
 * @property {AbortSignal} [signal] gives it up
 */

/** @typedef {(loaded: number, total: number | null) => void} Heard bytes; the total is null until it is known */

/** @typedef {(method: string, path: string, options?: Options) => Promise<Answer>} Request */
/** @typedef {{ request: Request, bytes: (path: string, options?: Pick<Options, 'heard' | 'signal'>) => Promise<ArrayBuffer> }} Api */

/**
 * The only way to the server. Whatever does not carry the marks of Linli's own answers (JSON type and
 * request id) is treated as "not reached": a captive portal's 200 must never pass for a receipt.
 * @param {object} env
 * @param {typeof globalThis.fetch} env.fetch
 * @param {() => string} env.language
 * @param {() => number} [env.now]
 * @returns {Api}
 */
export function createApi({ fetch, language, now = Date.now }) {
  return {
    async request(method, path, options = {}) {
      const started = now();
      const response = await reach(fetch, method, path, options, language());
      const data = await ours(response);
      if (!response.ok) throw problemOf(response, data);
      return { status: response.status, data, etag: response.headers.get('ETag'), tookMs: now() - started };
    },
    /** A file: a photo, a PDF. */
    async bytes(path, options) {
      const response = await reach(fetch, 'GET', path, { timeoutMs: FILE_TIMEOUT_MS, ...options }, language());
      if (!response.ok) throw problemOf(response, await ours(response));
      if (!response.headers.get('X-Request-Id')) throw new NotReached('not_linli', response.status);
      return response.arrayBuffer();
    },
  };
}

/**
 * @param {typeof globalThis.fetch} fetch
 * @param {string} method
 * @param {string} path
 * @param {Options} options
 * @param {string} language
 */
async function reach(fetch, method, path, options, language) {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), options.timeoutMs ?? TIMEOUT_MS);
  options.signal?.addEventListener('abort', () => control.abort());
  try {
    const response = await fetch(BASE + path, {
      method,
      headers: headersFor(method, options, language),
      body: options.bytes ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
      credentials: 'same-origin',
      redirect: 'error',
      cache: method === 'GET' ? 'no-cache' : 'no-store',
      signal: control.signal,
    });
    // The body belongs to the same deadline: a link that dies half-way must not hang the outbox.
    return new Response(nullBody(response.status) ? null : await whole(response, options.heard), response);
  } catch {
    throw new NotReached(control.signal.aborted ? 'timeout' : 'offline');
  } finally {
    clearTimeout(timer);
  }
}

/** @param {Response} response @param {Heard} [heard] */
async function whole(response, heard) {
  if (!heard || !response.body) return response.arrayBuffer();
  const total = Number(response.headers.get('Content-Length')) || null;
  const parts = [];
  let loaded = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts);
    parts.push(value);
    heard(loaded += value.length, total);
  }
}

/** @param {number} status */
const nullBody = (status) => status === 204 || status === 304;

/**
 * @param {string} method
 * @param {Options} options
 * @param {string} language
 */
function headersFor(method, options, language) {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': language });
  if (method !== 'GET') headers.set('X-Linli', '1');
  if (options.body !== undefined) headers.set('Content-Type', 'application/json');
  if (options.bytes) headers.set('Content-Type', options.contentType ?? 'application/octet-stream');
  if (options.ifMatch) headers.set('If-Match', options.ifMatch);
  if (options.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey);
  return headers;
}

/** @param {Response} response */
async function ours(response) {
  const stranger = new NotReached('not_linli', response.status);
  if (!response.headers.get('X-Request-Id')) throw stranger;
  if (response.status === 204) return null;
  if (!/^application\/(problem\+)?json\b/.test(response.headers.get('Content-Type') ?? '')) throw stranger;
  try {
    return await response.json();
  } catch {
    throw stranger;
  }
}

/** @param {Response} response @param {any} data */
function problemOf(response, data) {
  if (typeof data?.code !== 'string') return new NotReached('not_linli', response.status);
  const seconds = Number(response.headers.get('Retry-After'));
  return new Problem(response.status, data, seconds > 0 ? seconds * 1000 : null);
}
