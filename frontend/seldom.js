/**
 * Screens that are opened now and then. They are fetched when the phone has nothing better to do, so that
 * they are there in a stairwell even where no service worker keeps them.
 */
export * as need from './views/care/need.js';
export * as passOn from './views/care/pass-on.js';
export * as document from './views/community/document.js';
export * as notice from './views/community/notice.js';
export * as devices from './views/identity/devices.js';
export * as password from './views/identity/password.js';
export * as settings from './views/identity/settings.js';
export * as correction from './views/sync/correction.js';
export * as handover from './views/sync/handover.js';
