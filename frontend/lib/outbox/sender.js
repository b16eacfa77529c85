import { NotReached, Problem } from '../problem.js';
import { sendAttachments } from './attachments.js';
import { delayAfter } from './backoff.js';
import { noticeEpoch } from './epoch.js';
import { isPending } from './item.js';
import { BATCH, nextBatch } from './order.js';
import { postSlice, reasonOf } from './post.js';
import { isOutlived } from './retention.js';
import { failed, held, judged, sending } from './states.js';

/**
 * @typedef {'done' | 'elsewhere' | 'signed_out' | 'other_account' | 'no_access' | 'offline' | 'timeout'
 *           | 'not_linli' | 'server_busy'} Outcome how a round ended; everything but "done" keeps what is left
 * @typedef {object} Env
 * @property {import('../api.js').Request} request
 * @property {import('../db.js').Db} db
 * @property {import('./box.js').Box} box
 * @property {import('../clock.js').Clock} clock
 * @property {() => number} random
 * @property {(name: string) => import('./lock.js').Attempt} lock
 * @property {() => { device_id: string, app_version: string, device_time: string }} head
 * @property {(account: string) => boolean} isHere whether this is still the account of this browser
 * @property {(me: any, tookMs: number) => void} [onSession] the session as the server sees it, at the start of each round
 */

/**
 * @param {Env} env
 * @returns {(account: string, how?: { urge?: import('./order.js').Urge }) => Promise<Outcome>} one round for one account
 */
export function createSender(env) {
  const size = { limit: BATCH };
  return async (account, how = {}) => {
    const work = () => round({ ...env, account, size, urge: how.urge ?? 'clock' });
    return (await env.lock(`linli-outbox:${account}`)(work)) ?? 'elsewhere';
  };
}

/** @typedef {Env & { account: string, size: { limit: number }, urge: import('./order.js').Urge }} Round */

/** @param {Round} run @returns {Promise<Outcome>} */
async function round(run) {
  const barred = await checkSession(run);
  if (barred) return barred;
  const items = await run.box.all(run.account);
  const communities = new Set(items.map(({ community_id }) => community_id));
  /** @type {Outcome} */
  let outcome = 'done';
  for (const community of communities) {
    const ended = await sendCommunity(run, community);
    if (ended === 'no_access') outcome = ended;
    else if (ended !== 'done') return ended;
  }
  await dropOutlived(run);
  return outcome;
}

/**
 * The cookie may have become another account's in another tab: what one person recorded must not be sent
 * in another's name.
 * @param {Round} run
 * @returns {Promise<Outcome | null>}
 */
async function checkSession({ request, clock, account, onSession, db, box }) {
  try {
    const { data, tookMs } = await request('GET', '/session');
    if (data?.account?.id !== account) return data?.account?.id ? 'other_account' : 'not_linli';
    clock.compare(data.server_time, tookMs);
    onSession?.(data, tookMs);
    for (const { id, epoch } of data.communities) await noticeEpoch({ db, box }, account, id, epoch);
    return null;
  } catch (error) {
    return outcomeOf(error);
  }
}

/** @param {unknown} error @returns {Outcome} */
function outcomeOf(error) {
  if (!(error instanceof Problem || error instanceof NotReached)) throw error;
  return /** @type {Outcome} */ (reasonOf(error)[0]);
}

/** @param {Round} run @param {string} community @returns {Promise<Outcome>} */
async function sendCommunity(run, community) {
  const ended = await sendItems(run, community);
  return ended === 'done' ? sendAttachments(run, community) : ended;
}

/** @param {Round} run @param {string} community @returns {Promise<Outcome>} */
async function sendItems(run, community) {
  /** @type {Set<string>} */
  const tried = new Set();
  for (;;) {
    const items = (await run.box.all(run.account)).filter(({ community_id }) => community_id === community);
    const limit = run.size.limit;
    const batch = nextBatch(items, { now: run.clock.now(), limit, skip: tried, urge: run.urge });
    if (!batch.length) return 'done';
    batch.forEach(({ id }) => tried.add(id));
    const stop = await sendBatch(run, community, batch);
    if (stop) return stop;
  }
}

/** @param {Round} run @param {string} community @param {import('./item.js').Item[]} batch @returns {Promise<Outcome | null>} */
async function sendBatch(run, community, batch) {
  const { box, clock, size } = run;
  // Between two requests somebody may have signed out and another person in.
  if (!run.isHere(run.account)) return 'other_account';
  const ids = batch.map(({ id }) => id);
  await box.change(ids, (item) => sending(item, clock.iso(), clock.now() + delayAfter(item.attempts + 1, run.random)));
  const posted = await postSlice(postOf(run), community, await box.open(batch));
  if (posted.serverTime) clock.compare(posted.serverTime, posted.tookMs);
  await record(run, ids, posted);
  if (posted.epoch) await noticeEpoch(run, run.account, community, posted.epoch);
  if (!posted.stop) size.limit = Math.min(BATCH, size.limit * 2);
  // An item that makes the server stumble must end up alone, with its own waiting time.
  else if (posted.stop.code === 'server_busy') size.limit = Math.max(1, Math.floor(batch.length / 2));
  return /** @type {Outcome | null} */ (posted.stop?.code ?? null);
}

/** @param {Round} run @returns {import('./post.js').Post} */
const postOf = ({ request, head, size }) => ({
  request,
  head,
  onTooLarge: (count) => { size.limit = Math.max(1, Math.floor(count / 2)); },
});

/** @param {Round} run @param {string[]} ids @param {import('./post.js').Posted} posted */
async function record({ box, clock }, ids, { results, epoch, stop }) {
  const byId = new Map(results.map((result) => [result.id, result]));
  const at = clock.iso();
  await box.change(ids, (item) => {
    const result = byId.get(item.id);
    if (result || !stop) return judged(item, result, { epoch: epoch ?? '', at });
    const kept = failed(item, stop.code, at);
    return stop.retryAfterMs === null ? kept : held(kept, clock.now() + stop.retryAfterMs);
  });
}

/** @param {Round} run */
async function dropOutlived({ box, account, clock }) {
  for (const item of await box.all(account)) {
    if (!isPending(item) && isOutlived(item, clock.now())) await box.remove(item);
  }
}
