/**
 * What a person who is logged in works with, in one piece: it follows the first screen, which must not wait
 * for it. What is opened now and then stands in seldom.js.
 */
export { connect } from './store/connect.js';
export { installWorker } from './store/shell.js';
export { reload } from './store/sync/outbox.js';
export { startSending } from './store/sync/sending.js';
export { keepLast } from './store/last-screen.js';
export { warm } from './store/care/warm.js';
export { dress } from './views/shell/dress.js';
export * as task from './views/care/task.js';
export * as tasks from './views/care/tasks.js';
export * as today from './views/care/today.js';
export * as visit from './views/care/visit.js';
export * as building from './views/community/building.js';
export * as buildings from './views/community/buildings.js';
export * as handbook from './views/community/handbook.js';
export * as household from './views/community/household.js';
export * as notices from './views/community/notices.js';
export * as more from './views/shell/more.js';
export * as item from './views/sync/item.js';
export * as outbox from './views/sync/outbox.js';
