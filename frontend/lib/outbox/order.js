import { isPending } from './item.js';

/** The server takes so many items in one request. */
export const BATCH = 200;

/**
 * The next items to send: in the order of doing, an item never before an older one of its household. An
 * item that waits for its next try holds back its own household and nobody else's.
 * @param {import('./item.js').Item[]} items
 * @param {object} how
 * @param {number} how.now ms
 * @param {number} [how.limit]
 * @param {Set<string>} [how.skip] ids already tried in this round
 * @param {boolean} [how.force] a person asked: waiting times are passed over
 */
export function nextBatch(items, { now, limit = BATCH, skip = new Set(), force = false }) {
  const held = new Set();
  const batch = [];
  for (const item of items.filter(isPending).sort((a, b) => a.seq - b.seq)) {
    const waits = skip.has(item.id) || (!force && item.next_try_at > now);
    if (waits) held.add(item.order_key);
    else if (!held.has(item.order_key) && batch.length < limit) batch.push(item);
  }
  return batch;
}
