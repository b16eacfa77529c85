import { waitingAttachments } from './item.js';

const KEPT_MS = 30 * 24 * 60 * 60_000;

/**
 * Only what the server has whole, photos included, may go, and only after thirty days: until then a
 * restored server can be given again what it lacks.
 * @param {import('./item.js').Item} item
 * @param {number} now ms
 */
export function isOutlived(item, now) {
  return item.state === 'received' && item.received_at !== null
    && waitingAttachments(item).length === 0 && now - Date.parse(item.received_at) > KEPT_MS;
}
