import { dateIn } from '../calendar.js';
import { isPending, needsAttention, waitingAttachments } from './item.js';

/**
 * @typedef {{ recorded: number, received: number, waiting: number, attention: number, photos: number }} Summary
 * @typedef {import('./item.js').Item} Item
 */

/** Photos of items that will still be sent. @param {Item[]} items */
const photosWaiting = (items) => items.reduce((sum, item) => sum + waitingAttachments(item).length, 0);

/**
 * "38 recorded, 38 received, 2 photos waiting": what was recorded today, and from earlier days whatever is
 * not settled yet.
 * @param {Item[]} items
 * @param {string} today
 * @param {string} timeZone
 * @returns {Summary}
 */
export function summaryOf(items, today, timeZone) {
  const open = (/** @type {Item} */ item) => isPending(item) || needsAttention(item) || waitingAttachments(item).length > 0;
  const shown = items.filter((item) => item.state !== 'draft' && !item.replaced_by
    && (open(item) || dayOf(item, timeZone) === today));
  return {
    recorded: shown.length,
    received: shown.filter(({ state }) => state === 'received').length,
    waiting: shown.filter(isPending).length,
    attention: shown.filter(needsAttention).length,
    photos: photosWaiting(shown),
  };
}

/**
 * The day's reconciliation: each kind with what was recorded and what the server has a receipt for.
 * @param {Item[]} items
 * @param {string} day
 * @param {string} timeZone
 * @returns {{ kind: string, recorded: number, received: number, items: Item[] }[]}
 */
export function reconciliationOf(items, day, timeZone) {
  /** @type {Map<string, Item[]>} */
  const kinds = new Map();
  for (const item of items) {
    if (item.state === 'draft' || item.replaced_by || dayOf(item, timeZone) !== day) continue;
    kinds.set(item.kind, [...(kinds.get(item.kind) ?? []), item]);
  }
  return [...kinds].map(([kind, of]) => ({
    kind, recorded: of.length, received: of.filter(({ state }) => state === 'received').length, items: of,
  }));
}

/** @param {Item} item @param {string} timeZone */
export const dayOf = (item, timeZone) => dateIn(Date.parse(item.recorded_at), timeZone);
