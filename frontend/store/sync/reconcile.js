import { signal } from '../../vendor/signals.js';
import { BATCH } from '../../lib/outbox/order.js';
import { postSlice } from '../../lib/outbox/post.js';
import { judged } from '../../lib/outbox/states.js';
import { dayOf } from '../../lib/outbox/summary.js';
import { community } from '../identity/session.js';
import { services } from '../services.js';
import { items, timeZone, today } from './outbox.js';

/**
 * The day's reconciliation with the server's own word: everything received today is shown to it once more.
 * It answers "duplicate" with the same receipt for what it has; what it lacks it takes.
 * @typedef {import('../../lib/outbox/item.js').Item} Item
 * @typedef {import('../../lib/outbox/states.js').Result} Result
 * @typedef {{ state: 'asking' | 'failed' | 'done', confirmed: number, repaired: number, different: number }} Check
 */

/** @type {import('../../vendor/signals.js').Signal<Check | null>} */
export const check = signal(null);

export async function reconcile() {
  const id = community.peek()?.id ?? '';
  const mine = items.peek().filter((item) => item.state === 'received' && item.community_id === id
    && dayOf(item, timeZone.peek()) === today.peek());
  /** @type {Check} */
  let sum = { state: 'asking', confirmed: 0, repaired: 0, different: 0 };
  check.value = sum;
  for (let at = 0; at < mine.length && sum.state !== 'failed'; at += BATCH) {
    sum = await shown(id, mine.slice(at, at + BATCH), sum);
  }
  check.value = { ...sum, state: sum.state === 'failed' ? 'failed' : 'done' };
}

/** @param {string} id @param {Item[]} slice @param {Check} sum @returns {Promise<Check>} */
async function shown(id, slice, sum) {
  const post = { request: services.api.request, head: services.head, onTooLarge: () => {} };
  const { results, epoch, stop } = await postSlice(post, id, await services.box.open(slice));
  if (stop || !epoch) return { ...sum, state: 'failed' };
  const held = new Map(results.filter(({ verdict }) => verdict === 'accepted' || verdict === 'duplicate').map((one) => [one.id, one]));
  await services.box.change([...held.keys()], (item) => judged(item, held.get(item.id), { epoch, at: item.received_at ?? services.clock.iso() }));
  const confirmed = slice.filter((item) => isSame(item, held.get(item.id))).length;
  const repaired = [...held.values()].filter(({ verdict }) => verdict === 'accepted').length;
  return {
    ...sum, confirmed: sum.confirmed + confirmed, repaired: sum.repaired + repaired,
    different: sum.different + slice.length - confirmed - repaired,
  };
}

/** @param {Item} item @param {Result | undefined} result */
const isSame = (item, result) => result?.verdict === 'duplicate' && result.receipt?.leaf_hash === item.receipt?.leaf_hash;
