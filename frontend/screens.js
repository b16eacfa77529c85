/**
 * What a person who is logged in works with, in one piece: it follows the first screen, which must not wait
 * for it. Screens of the office are imported on their own, in routes.js.
 */
export { connect } from './store/connect.js';
export { startSending } from './store/sync/sending.js';
export * as need from './views/care/need.js';
export * as task from './views/care/task.js';
export * as tasks from './views/care/tasks.js';
export * as today from './views/care/today.js';
export * as visit from './views/care/visit.js';
export * as building from './views/community/building.js';
export * as buildings from './views/community/buildings.js';
export * as document from './views/community/document.js';
export * as handbook from './views/community/handbook.js';
export * as household from './views/community/household.js';
export * as notice from './views/community/notice.js';
export * as notices from './views/community/notices.js';
export * as devices from './views/identity/devices.js';
export * as password from './views/identity/password.js';
export * as settings from './views/identity/settings.js';
export * as more from './views/shell/more.js';
export * as correction from './views/sync/correction.js';
export * as handover from './views/sync/handover.js';
export * as item from './views/sync/item.js';
export * as outbox from './views/sync/outbox.js';
