import { speakChapters } from './lib/texts.js';
import * as join from './views/identity/join.js';
import * as login from './views/identity/login.js';
import * as newPassword from './views/identity/new-password.js';

/**
 * Every screen of the app.
 * @typedef {import('./lib/router.js').Place} Place
 * @typedef {import('./views/shell/frame.js').Screen} Screen
 *
 * @typedef {object} View what a module of a screen exports
 * @property {(place: Place) => Screen} view
 * @property {(place: Place) => unknown} [enter] when the screen is come to: what it reads is asked for
 * @property {() => unknown} [leave]
 *
 * @typedef {object} Route
 * @property {string} path
 * @property {import('./views/shell/frame.js').Place | null} place of the bottom bar
 * @property {(place: Place) => View | Promise<View>} load
 * @property {string} [list] where one of it is chosen; beside it on a wide screen
 * @property {boolean} [open] also for whoever is not logged in
 */

/** @typedef {Omit<typeof import('./screens.js'), 'connect' | 'dress' | 'installWorker' | 'keepLast' | 'reload' | 'startSending' | 'warm'>} Screens */

/** @param {keyof Screens} name @returns {() => Promise<View>} */
const work = (name) => async () => (await import('./screens.js'))[name];

/** Its texts come along. @param {keyof typeof import('./seldom.js')} name @returns {() => Promise<View>} */
const seldom = (name) => async () => (await Promise.all([import('./seldom.js'), speakChapters(['seldom'])]))[0][name];

/**
 * The office and deliberation have tables and texts of their own, which a volunteer's phone never waits for.
 */
const CHAPTERS = /** @type {const} */ ({
  office: () => import('./views/office/table.js'),
  deliberation: () => import('./views/deliberation/table.js'),
  editions: () => import('./views/community/editions/table.js'),
  'my-record': () => import('./views/care/own/table.js'),
});

/** An address inside a chapter has so many parts. */
const DEPTHS = ['', '/:area', '/:area/:id', '/:area/:id/:part', '/:area/:id/:part/:one'];

/** @param {keyof typeof CHAPTERS} name @returns {Route[]} */
const chapter = (name) => DEPTHS.map((depth) => ({
  path: `/${name}${depth}`, place: name === 'deliberation' ? name : 'more', load: async (place) => (await CHAPTERS[name]()).screenAt(place),
}));

/** @type {Route[]} */
export const ROUTES = [
  { path: '/', place: 'today', load: work('today') },
  { path: '/doors/:canvass/:household', place: 'today', load: work('visit'), list: '/' },
  { path: '/buildings', place: 'building', load: work('buildings') },
  { path: '/buildings/:id', place: 'building', load: work('building') },
  { path: '/households/:id', place: 'building', load: work('household') },
  { path: '/tasks', place: 'care', load: work('tasks') },
  { path: '/tasks/:id', place: 'care', load: work('task'), list: '/tasks' },
  { path: '/tasks/:id/handover', place: 'care', load: seldom('passOn') },
  { path: '/needs/new/:household', place: 'care', load: seldom('need') },
  { path: '/more', place: 'more', load: work('more') },
  { path: '/outbox', place: 'more', load: work('outbox') },
  { path: '/outbox/:id', place: 'more', load: work('item'), list: '/outbox' },
  { path: '/corrections/:kind', place: 'more', load: seldom('correction') },
  { path: '/handover', place: 'more', load: seldom('handover') },
  { path: '/notices', place: 'more', load: work('notices') },
  { path: '/notices/:id', place: 'more', load: seldom('notice'), list: '/notices' },
  { path: '/handbook', place: 'more', load: work('handbook') },
  { path: '/handbook/:id', place: 'more', load: seldom('document'), list: '/handbook' },
  { path: '/settings', place: 'more', load: seldom('settings') },
  { path: '/settings/devices', place: 'more', load: seldom('devices') },
  { path: '/settings/password', place: 'more', load: seldom('password') },
  ...chapter('office'),
  ...chapter('deliberation'),
  ...chapter('editions'),
  ...chapter('my-record'),
  { path: '/login', place: null, open: true, load: () => login },
  { path: '/invite/:token', place: null, open: true, load: () => join },
  { path: '/new-password/:token', place: null, open: true, load: () => newPassword },
];
