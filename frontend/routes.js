import * as need from './views/care/need.js';
import * as task from './views/care/task.js';
import * as tasks from './views/care/tasks.js';
import * as today from './views/care/today.js';
import * as visit from './views/care/visit.js';
import * as building from './views/community/building.js';
import * as buildings from './views/community/buildings.js';
import * as document from './views/community/document.js';
import * as handbook from './views/community/handbook.js';
import * as household from './views/community/household.js';
import * as devices from './views/identity/devices.js';
import * as join from './views/identity/join.js';
import * as login from './views/identity/login.js';
import * as password from './views/identity/password.js';
import * as settings from './views/identity/settings.js';
import * as more from './views/shell/more.js';
import * as correction from './views/sync/correction.js';
import * as handover from './views/sync/handover.js';
import * as item from './views/sync/item.js';
import * as outbox from './views/sync/outbox.js';

/**
 * Every screen of the app.
 * @typedef {import('./lib/router.js').Place} Place
 * @typedef {import('./views/shell/frame.js').Screen} Screen
 *
 * @typedef {object} View
 * @property {(place: Place) => Screen} view
 * @property {(place: Place) => unknown} [enter] when the screen is come to: what it reads is asked for
 * @property {() => unknown} [leave]
 *
 * @typedef {object} Route
 * @property {string} path
 * @property {import('./views/shell/frame.js').Place | null} place of the bottom bar
 * @property {() => View | Promise<View>} load a screen that few people open may be imported when it is opened
 * @property {boolean} [open] also for whoever is not logged in
 */

/** @param {((place: Place) => Screen)} view @param {Omit<View, 'view'>} around @returns {() => View} */
const here = (view, { enter, leave }) => () => ({ view, enter, leave });

/** @type {Route[]} */
export const ROUTES = [
  { path: '/', place: 'today', load: here(today.today, today) },
  { path: '/doors/:canvass/:household', place: 'today', load: here(visit.visit, visit) },
  { path: '/buildings', place: 'building', load: here(buildings.buildingList, buildings) },
  { path: '/buildings/:id', place: 'building', load: here(building.building, building) },
  { path: '/households/:id', place: 'building', load: here(household.household, household) },
  { path: '/tasks', place: 'care', load: here(tasks.tasks, tasks) },
  { path: '/tasks/:id', place: 'care', load: here(task.task, task) },
  { path: '/needs/new/:household', place: 'care', load: here(need.need, need) },
  { path: '/more', place: 'more', load: here(more.more, {}) },
  { path: '/outbox', place: 'more', load: here(outbox.outbox, outbox) },
  { path: '/outbox/:id', place: 'more', load: here(item.item, item) },
  { path: '/corrections/:kind', place: 'more', load: here(correction.correction, correction) },
  { path: '/handover', place: 'more', load: here(handover.handover, handover) },
  { path: '/handbook', place: 'more', load: here(handbook.handbookList, handbook) },
  { path: '/handbook/:id', place: 'more', load: here(document.document, document) },
  { path: '/settings', place: 'more', load: here(settings.settings, settings) },
  { path: '/settings/devices', place: 'more', load: here(devices.deviceList, devices) },
  { path: '/settings/password', place: 'more', load: here(password.password, password) },
  { path: '/login', place: null, open: true, load: here(login.login, login) },
  { path: '/join/:token', place: null, open: true, load: here(join.join, join) },
];
