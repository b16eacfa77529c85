import { wear } from '../../lib/styles.js';
import { screenOf } from '../chapter.js';

/** Every screen of deliberation; the first part of the address that matches is shown. @type {import('../chapter.js').Line[]} */
const SCREENS = [
  { path: '/deliberation', load: () => import('./hub.js') },
];

/** @param {import('../../lib/router.js').Place} place */
export async function screenAt(place) {
  const [screen] = await Promise.all([screenOf({ screens: SCREENS, chapter: 'deliberation', home: '#/deliberation' }, place), wear('styles/deliberation/index.css')]);
  return screen;
}
