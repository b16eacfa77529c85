import { wear } from '../../lib/styles.js';
import { screenOf } from '../chapter.js';

/** Every screen of deliberation; the first part of the address that matches is shown. @type {import('../chapter.js').Line[]} */
const SCREENS = [
  { path: '/deliberation', load: () => import('./hub.js') },
  { path: '/deliberation/feedback', load: () => import('./feedback/list.js'), says: 'feedback' },
  { path: '/deliberation/feedback/new', load: () => import('./feedback/new.js'), says: 'feedback' },
  { path: '/deliberation/feedback/:id', load: () => import('./feedback/report.js'), says: 'feedback' },
];

/** @param {import('../../lib/router.js').Place} place */
export async function screenAt(place) {
  const [screen] = await Promise.all([screenOf({ screens: SCREENS, chapter: 'deliberation', home: '#/deliberation' }, place), wear('styles/deliberation/index.css')]);
  return screen;
}
