import { NotReached, Problem } from '../problem.js';
import { waitingAttachments } from './item.js';
import { isDue } from './order.js';
import { reasonOf } from './post.js';
import { held, unsettled } from './states.js';

/**
 * @typedef {import('./item.js').Item} Item
 * @typedef {import('./item.js').Attachment} Attachment
 * @typedef {import('./sender.js').Round} Round
 * @typedef {import('./sender.js').Outcome} Outcome
 * @typedef {Outcome | 'asked_to_wait'} Stop
 */

/** A photo takes its time on a thin line; it is not the item that waits. */
const TIMEOUT_MS = 120_000;

/**
 * Photos follow their items, one at a time, by hash: what already arrived is not sent twice, and a photo
 * the server will not have does not hold back the next. While the server asks to wait, they are left.
 * @param {Round} run
 * @param {string} community
 * @returns {Promise<Outcome>}
 */
export async function sendAttachments(run, community) {
  /** @type {Outcome} */
  let outcome = 'done';
  for (const item of (await withPhotos(run, community)).filter((one) => isDue(one, run.clock.now(), run.urge))) {
    for (const attachment of waitingAttachments(item)) {
      const stop = await sendOne(run, item, attachment);
      // The server stumbled over this one; the next may go through. Without a server, none will.
      if (stop === 'server_busy') outcome = stop;
      else if (stop) return stop === 'asked_to_wait' ? 'server_busy' : stop;
    }
  }
  return outcome;
}

/** @param {Round} run @param {string} community */
const withPhotos = async ({ box, account }, community) => (await box.all(account)).filter(
  (item) => item.community_id === community && item.state === 'received' && waitingAttachments(item).length,
);

/** @param {Round} run @param {Item} item @param {Attachment} attachment @returns {Promise<Stop | null>} */
async function sendOne(run, item, { sha256, content_type }) {
  const bytes = await run.box.blobs.read(run.account, sha256);
  if (!run.isHere(run.account)) return 'other_account';
  if (!bytes) return mark(run, item, sha256, 'refused');
  try {
    const path = `/communities/${item.community_id}/attachments/${sha256}`;
    const { data } = await run.request('PUT', path, { bytes, contentType: content_type, timeoutMs: TIMEOUT_MS });
    return data?.sha256 === sha256 ? mark(run, item, sha256, 'stored') : 'not_linli';
  } catch (error) {
    return afterFailure(run, item, sha256, error);
  }
}

/** @param {Round} run @param {Item} item @param {string} sha256 @param {unknown} error @returns {Promise<Stop | null>} */
async function afterFailure(run, item, sha256, error) {
  if (!(error instanceof Problem || error instanceof NotReached)) throw error;
  const ours = error instanceof Problem;
  // The server knows no such slot: it lost the item. Sending the item again declares the slot again.
  if (ours && error.status === 404) {
    await run.box.change([item.id], unsettled);
    return null;
  }
  if (ours && [400, 413, 415, 422].includes(error.status)) return mark(run, item, sha256, 'refused');
  const [reason, retryAfterMs] = reasonOf(error);
  if (retryAfterMs === null) return /** @type {Outcome} */ (reason);
  await hold(run, item.community_id, run.clock.now() + retryAfterMs);
  return 'asked_to_wait';
}

/** Whichever photo it was about: the next one would ask the same server. @param {Round} run @param {string} community @param {number} until ms */
async function hold(run, community, until) {
  const waiting = await withPhotos(run, community);
  await run.box.change(waiting.map(({ id }) => id), (item) => held(item, until));
}

/** @param {Round} run @param {Item} item @param {string} sha256 @param {Attachment['state']} state */
async function mark({ box }, item, sha256, state) {
  await box.change([item.id], (now) => ({
    ...now,
    attachments: now.attachments.map((one) => (one.sha256 === sha256 ? { ...one, state } : one)),
  }));
  return null;
}
