import { slotOf } from './item.js';

/**
 * The moves between states, as pure functions. Nothing leaves `sending` for `received` without a receipt.
 * @typedef {import('./item.js').Item} Item
 * @typedef {import('./item.js').Receipt} Receipt
 * @typedef {{ id: string, verdict: string, receipt: Receipt | null, problem: any,
 *             attachments?: { sha256: string, state: string }[] }} Result
 */

/** @param {Item} item @param {number} seq @returns {Item} */
export const queued = (item, seq) => ({
  ...item, state: 'queued', seq, attempts: 0, next_try_at: 0, held_until: 0, failure: null, problem: null,
});

/**
 * Written before the request leaves: if the phone dies now, the item is known to have failed.
 * @param {Item} item @param {string} at @param {number} nextTryAt @returns {Item}
 */
export const sending = (item, at, nextTryAt) => ({
  ...item, state: 'sending', attempts: item.attempts + 1, next_try_at: nextTryAt, held_until: 0, failure: { code: 'no_receipt', at },
});

/** @param {Item} item @param {string} code @param {string} at @returns {Item} */
export const failed = (item, code, at) => ({ ...item, state: 'queued', failure: { code, at } });

/**
 * The server asked to be left alone until then, whatever this phone would have waited.
 * @param {Item} item @param {number} until ms @returns {Item}
 */
export const held = (item, until) => ({ ...item, next_try_at: until, held_until: until });

/** From this HTTP status on it is the server's fault (RFC 9110, section 15.6). */
const FAULT = 500;

/**
 * What one verdict makes of an item. An "accepted" without a whole receipt is a failure to be tried again,
 * and so is a refusal that tells of a fault of the server: the item is not to blame.
 * @param {Item} item
 * @param {Result | undefined} result
 * @param {{ epoch: string, at: string }} answer
 * @returns {Item}
 */
export function judged(item, result, { epoch, at }) {
  const taken = result?.verdict === 'accepted' || result?.verdict === 'duplicate';
  if (result && taken && isReceipt(result.receipt)) return received(item, result, result.receipt, epoch, at);
  if (result?.verdict === 'rejected' && (result.problem?.status ?? 0) >= FAULT) return failed(item, 'server_busy', at);
  if (result?.verdict === 'rejected') return turnedBack(item, 'refused', result.problem);
  if (result?.verdict === 'conflict') return turnedBack(item, 'conflict', result.problem);
  return { ...item, state: 'queued', failure: { code: 'no_receipt', at } };
}

/** @param {any} receipt @returns {receipt is Receipt} */
export function isReceipt(receipt) {
  return Number.isInteger(receipt?.index) && receipt.index >= 0
    && /^[A-Za-z0-9+/_-]{43}=?$/.test(receipt.leaf_hash) && typeof receipt.epoch === 'string';
}

/** @param {Item} item @param {Result} result @param {Receipt} receipt @param {string} epoch @param {string} at @returns {Item} */
function received(item, result, receipt, epoch, at) {
  return {
    ...item,
    state: 'received',
    receipt,
    epoch,
    received_at: at,
    failure: null,
    problem: null,
    next_try_at: 0,
    held_until: 0,
    attempts: 0,
    attachments: item.attachments.map((attachment) => seenBy(attachment, result.attachments ?? [])),
  };
}

/** @param {import('./item.js').Attachment} attachment @param {{ sha256: string, state: string }[]} seen */
function seenBy(attachment, seen) {
  const state = seen.find(({ sha256 }) => sha256 === attachment.sha256)?.state;
  if (state === 'stored') return { ...attachment, state: /** @type {const} */ ('stored') };
  // The server lost what it once had (restored from a backup): it is sent again.
  if (state === 'missing' && attachment.state === 'stored') return { ...attachment, state: /** @type {const} */ ('waiting') };
  return attachment;
}

/** @param {Item} item @param {'refused' | 'conflict'} state @param {any} problem @returns {Item} */
const turnedBack = (item, state, problem) => ({
  ...item,
  state,
  failure: null,
  next_try_at: 0,
  problem: { status: 422, title: '', detail: '', errors: [], ...problem, code: String(problem?.code ?? 'refused') },
});

/**
 * The server has another history than the one that gave the receipt: the item goes out once more.
 * @param {Item} item @returns {Item}
 */
export const unsettled = (item) => ({
  ...item,
  state: 'queued',
  attempts: 0,
  next_try_at: 0,
  held_until: 0,
  receipt: null,
  earlier_receipts: item.receipt ? [...item.earlier_receipts, item.receipt] : item.earlier_receipts,
});

/**
 * A refused item was never stored: its correction keeps the id. A conflict is stored with another content:
 * its correction is a new thing, and the old one points to it.
 * @param {Item} item @param {any} payload @param {() => string} newId
 * @returns {Item[]} first the one to send, then the one it replaces, if any
 */
export function corrected(item, payload, newId) {
  if (item.state !== 'conflict') return [{ ...item, payload, sealed: null }];
  const id = newId();
  const attachments = item.attachments.map((slot) => ({ ...slotOf(slot), state: /** @type {const} */ ('waiting') }));
  return [{ ...item, id, payload, sealed: null, attachments }, { ...item, replaced_by: id }];
}
