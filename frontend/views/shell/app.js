import { useEffect } from '../../vendor/hooks.js';
import { effect, signal } from '../../vendor/signals.js';
import { t } from '../../lib/i18n.js';
import { resolve } from '../../lib/router.js';
import { ROUTES } from '../../routes.js';
import { accountId, expired } from '../../store/identity/session.js';
import { goInstead, passOn } from '../../store/navigation.js';
import { linkButton } from '../../ui/button.js';
import { empty, skeleton } from '../../ui/waiting.js';
import { keepLists, markOpen, withList } from './beside.js';
import { frame } from './frame.js';

/**
 * @typedef {import('../../routes.js').View} View
 * @typedef {import('../../lib/router.js').Place} Place
 * @typedef {{ route: import('../../routes.js').Route | null, place: Place, view: View | null }} Shown
 */

/** The screen now. @type {import('../../vendor/signals.js').Signal<Shown | null>} */
const shown = signal(null);

/** @param {Window} view */
export function startRouting(view) {
  view.addEventListener('hashchange', () => void show(view.location.hash));
  void show(view.location.hash);
  keepLists(view, () => shown.value?.route?.list);
  effect(() => {
    if (accountId.value && !expired.value && shown.value?.route?.path === '/login') goInstead('#/');
  });
}

/** @param {string} hash */
async function show(hash) {
  const { route, place } = resolve(ROUTES, hash) ?? { route: null, place: { path: '', params: {}, query: new URLSearchParams() } };
  if (route && !route.open && !accountId.peek()) return goInstead('#/login');
  const before = shown.peek();
  const sameScreen = before !== null && before.place.path === place.path;
  if (before && !sameScreen) {
    before.view?.leave?.();
    passOn();
  }
  shown.value = { route, place, view: sameScreen ? before.view : null };
  const view = (sameScreen ? before.view : null) ?? (await route?.load(place)) ?? null;
  // Somebody may have gone on while a screen was being fetched.
  if (shown.peek()?.place === place) await come(route, place, view);
  return undefined;
}

/** @param {import('../../routes.js').Route | null} route @param {Place} place @param {View | null} view */
async function come(route, place, view) {
  shown.value = { route, place, view };
  await view?.enter?.(place);
}

export function App() {
  const now = shown.value;
  const screen = screenOf(now);
  const address = `${now?.place.path}?${now?.place.query.get('step') ?? ''}`;
  useEffect(() => arrive(screen.title), [address, screen.title]);
  useEffect(begin, [address]);
  useEffect(markOpen);
  return frame(screen, now?.route?.place ?? null);
}

/** @param {Shown | null} now @returns {import('./frame.js').Screen} */
function screenOf(now) {
  if (now && !now.route) {
    return { title: t('lost.title'), back: '#/', body: empty({ icon: 'map-pin-off', title: t('lost.title'), action: linkButton({ label: t('nav.today'), href: '#/' }) }) };
  }
  return now?.view ? withList(now.view.view(now.place)) : { title: '', bare: true, body: skeleton() };
}

/** @param {string} title */
function arrive(title) {
  document.title = title ? t('app.title', { title }) : t('app.name');
}

/** A new screen begins at its title, for the eye and for the screen reader. */
function begin() {
  window.scrollTo(0, 0);
  document.getElementById('page-title')?.focus({ preventScroll: true });
}
