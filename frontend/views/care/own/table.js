import { screenOf } from '../../chapter.js';

/** A person's own record. @type {import('../../chapter.js').Line[]} */
const SCREENS = [
  { path: '/my-record', load: () => import('./record.js') },
  { path: '/my-record/:need', load: () => import('./own-need.js'), says: 'office' },
];

/** @param {import('../../../lib/router.js').Place} place */
export const screenAt = (place) => screenOf({ screens: SCREENS, chapter: 'my_record', home: '#/more' }, place);
