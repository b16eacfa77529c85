import { signal } from '../vendor/signals.js';

/** A newer program waits to be used. @type {import('../vendor/signals.js').Signal<ServiceWorker | null>} */
export const waitingWorker = signal(null);

/** What this browser cannot do, said in the settings and where it matters. */
export const limits = signal({ offlineStart: true, persistent: true });

/** @param {Navigator} navigator */
export async function installWorker(navigator) {
  const offlineStart = 'serviceWorker' in navigator;
  const persistent = (await navigator.storage?.persist?.().catch(() => false)) ?? false;
  limits.value = { offlineStart, persistent };
  if (!offlineStart) return;
  try {
    const registration = await navigator.serviceWorker.register('sw.js');
    waitingWorker.value = registration.waiting && navigator.serviceWorker.controller ? registration.waiting : null;
    registration.addEventListener('updatefound', () => watch(registration));
  } catch {
    limits.value = { ...limits.value, offlineStart: false };
  }
}

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  const worker = registration.installing;
  worker?.addEventListener('statechange', () => {
    if (worker.state === 'installed' && navigator.serviceWorker.controller) waitingWorker.value = worker;
  });
}

export function useNewVersion() {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waitingWorker.value?.postMessage('use-now');
}
