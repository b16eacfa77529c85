import { effect, signal } from '../../vendor/signals.js';
import { html } from '../../lib/html.js';
import { resolve } from '../../lib/router.js';
import { ROUTES } from '../../routes.js';

/**
 * Where there is room, the list that something was chosen from stays beside it.
 * @typedef {import('./frame.js').Screen} Screen
 * @typedef {{ place: import('../../lib/router.js').Place, view: import('../../routes.js').View }} List
 */

const ROOM = '(min-width: 64rem)';

/** @type {import('../../vendor/signals.js').Signal<List | null>} */
const list = signal(null);
/** The address of the list that is wanted now, while it is still being fetched. @type {string | null} */
let wanted = null;

/** @param {Window} window @param {() => string | undefined} listOf the list of what is on the screen */
export function keepLists(window, listOf) {
  const asks = window.matchMedia(ROOM);
  const room = signal(asks.matches);
  asks.addEventListener('change', () => { room.value = asks.matches; });
  effect(() => void bring((room.value && listOf()) || null));
}

/** @param {string | null} path */
async function bring(path) {
  if (path === wanted) return;
  wanted = path;
  list.peek()?.view.leave?.();
  list.value = null;
  const found = path ? resolve(ROUTES, path) : null;
  const view = await found?.route.load(found.place);
  if (!found || !view || wanted !== path) return;
  list.value = { place: found.place, view };
  await view.enter?.(found.place);
}

/** @param {Screen} screen @returns {Screen} */
export function withList(screen) {
  if (!list.value || screen.wide || screen.broad || screen.bare) return screen;
  const { title, body } = list.value.view.view(list.value.place);
  return { ...screen, wide: true, body: html`<section class="list-beside no-print" aria-label=${title}>${body}</section><div>${screen.body}</div>` };
}

/** What of the list is open. */
export function markOpen() {
  for (const one of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.list-beside a'))) {
    if (one.hash === window.location.hash) one.setAttribute('aria-current', 'page');
    else one.removeAttribute('aria-current');
  }
}
