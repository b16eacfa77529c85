import { NotReached, Problem } from '../problem.js';
import { slotOf } from './item.js';

/**
 * @typedef {import('./item.js').Item} Item
 * @typedef {import('./states.js').Result} Result
 * @typedef {{ code: string, retryAfterMs: number | null }} Stop why the round ends here
 * @typedef {{ results: Result[], epoch: string | null, serverTime: string | null, tookMs: number, stop: Stop | null }} Posted
 * @typedef {{ request: import('../api.js').Request, head: () => object, onTooLarge: (size: number) => void }} Post
 */

/**
 * Sends one slice of a community's items. A slice the server cannot take whole (413, or a body it does not
 * understand) is halved until the culprit stands alone; the others go through.
 * @param {Post} post
 * @param {string} community
 * @param {Item[]} items payloads open
 * @returns {Promise<Posted>}
 */
export async function postSlice(post, community, items) {
  try {
    const { data, tookMs } = await post.request('POST', `/communities/${community}/sync`, {
      body: { ...post.head(), items: items.map(wireItem) },
    });
    if (!Array.isArray(data?.results) || typeof data.epoch !== 'string') return stopped('not_linli');
    return { results: data.results, epoch: data.epoch, serverTime: data.server_time ?? null, tookMs, stop: null };
  } catch (error) {
    return afterRefusal(post, community, items, error);
  }
}

/** @param {Item} item */
const wireItem = ({ id, kind, recorded_at, payload, attachments }) => ({
  id, kind, recorded_at, payload, attachments: attachments.map(slotOf),
});

/** @param {string} code @param {number | null} [retryAfterMs] @returns {Posted} */
const stopped = (code, retryAfterMs = null) => ({
  results: [], epoch: null, serverTime: null, tookMs: 0, stop: { code, retryAfterMs },
});

/** @param {Post} post @param {string} community @param {Item[]} items @param {unknown} error @returns {Promise<Posted>} */
async function afterRefusal(post, community, items, error) {
  const status = error instanceof Problem || error instanceof NotReached ? error.status : 0;
  if (status === 413) post.onTooLarge(items.length);
  const splits = status === 413 || (error instanceof Problem && (status === 400 || status === 422));
  if (splits && items.length > 1) return halved(post, community, items);
  // Only the server's own words may refuse an item; a proxy's 413 keeps it.
  if (splits && error instanceof Problem) return refusedAlone(items, error);
  return stopped(...reasonOf(error));
}

/** @param {Post} post @param {string} community @param {Item[]} items @returns {Promise<Posted>} */
async function halved(post, community, items) {
  const middle = Math.ceil(items.length / 2);
  const first = await postSlice(post, community, items.slice(0, middle));
  if (first.stop) return first;
  const second = await postSlice(post, community, items.slice(middle));
  return {
    ...second,
    results: [...first.results, ...second.results],
    epoch: second.epoch ?? first.epoch,
    serverTime: second.serverTime ?? first.serverTime,
  };
}

/** @param {Item[]} items @param {Problem} problem @returns {Posted} */
const refusedAlone = (items, problem) => ({
  ...stopped(''),
  stop: null,
  results: items.map(({ id }) => ({ id, verdict: 'rejected', receipt: null, problem: problem.record() })),
});

/** @param {unknown} error @returns {[string, number | null]} */
export function reasonOf(error) {
  if (error instanceof NotReached) return [error.reason, null];
  if (!(error instanceof Problem)) throw error;
  if (error.status === 401) return ['signed_out', null];
  if (error.status === 403 || error.status === 404) return ['no_access', null];
  return ['server_busy', error.retryAfterMs];
}
