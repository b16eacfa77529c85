const KEPT_MS = 30 * 24 * 60 * 60_000;

/**
 * Only what the server has whole, photos included, may go, and only after thirty days: until then a
 * restored server can be given again what it lacks. A photo that was refused is nowhere else: it stays.
 * @param {import('./item.js').Item} item
 * @param {number} now ms
 */
export function isOutlived(item, now) {
  return item.state === 'received' && item.received_at !== null
    && item.attachments.every(({ state }) => state === 'stored') && now - Date.parse(item.received_at) > KEPT_MS;
}
