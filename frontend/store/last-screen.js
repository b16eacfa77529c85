import { effect } from '../vendor/signals.js';
import { msLeftOfDay } from '../lib/calendar.js';
import { dropLast, noteLast } from '../lib/last-screen.js';
import { accountId } from './identity/session.js';
import { services } from './services.js';
import { timeZone } from './sync/outbox.js';

/** After so long a screen has read what it shows. */
const SETTLED_MS = 3_000;

/**
 * Notes the first screen when the app is left, and once it has settled; forgets it with whoever was here.
 * @param {Window} view @param {HTMLElement} root
 */
export function keepLast(view, root) {
  const note = () => {
    const now = services.clock.now();
    if (accountId.peek()) noteLast(view, root, now + msLeftOfDay(now, timeZone.peek()));
  };
  view.addEventListener('pagehide', note);
  view.document.addEventListener('visibilitychange', () => { if (view.document.hidden) note(); });
  setTimeout(note, SETTLED_MS);
  let before = accountId.peek();
  effect(() => {
    if (before && before !== accountId.value) dropLast(view);
    before = accountId.value;
  });
}
