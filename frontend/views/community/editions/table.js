import { screenOf } from '../../chapter.js';

/** Earlier versions of the handbook. @type {import('../../chapter.js').Line[]} */
const SCREENS = [
  { path: '/editions/:document', load: () => import('./versions.js') },
  { path: '/editions/:document/:number', load: () => import('./version.js') },
  { path: '/editions/:document/:older/:newer', load: () => import('./changes.js') },
];

/** @param {import('../../../lib/router.js').Place} place */
export const screenAt = (place) => screenOf({ screens: SCREENS, chapter: 'editions', home: '#/handbook' }, place);
