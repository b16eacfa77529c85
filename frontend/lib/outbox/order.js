import { isPending } from './item.js';

/**
 * Who wants a round now: the clock, a phone that says its network changed, or a person.
 * @typedef {'clock' | 'network' | 'person'} Urge
 */

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
 * @param {Urge} [how.urge]
 */
export function nextBatch(items, { now, limit = BATCH, skip = new Set(), urge = 'clock' }) {
  const held = new Set();
  const batch = [];
  for (const item of items.filter(isPending).sort((a, b) => a.seq - b.seq)) {
    const waits = skip.has(item.id) || !isDue(item, now, urge);
    if (waits) held.add(item.order_key);
    else if (!held.has(item.order_key) && batch.length < limit) batch.push(item);
  }
  return batch;
}

/**
 * A changed network passes over a waiting time that this phone set itself, never over one that the server
 * asked for; a person passes over both.
 * @param {import('./item.js').Item} item @param {number} now ms @param {Urge} urge
 */
export function isDue({ next_try_at, held_until }, now, urge) {
  if (urge === 'person') return true;
  // An item that an older version of the app kept knows nothing of being asked to wait.
  return (urge === 'network' ? held_until ?? 0 : next_try_at) <= now;
}
