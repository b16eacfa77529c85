/**
 * One thing a volunteer recorded, from the first stroke to its receipt.
 *
 * @typedef {'draft' | 'queued' | 'sending' | 'received' | 'refused' | 'conflict'} State
 * @typedef {import('../../types/model.js').Slot} Slot
 * @typedef {Slot & { state: 'waiting' | 'stored' | 'refused' }} Attachment
 * @typedef {{ index: number, leaf_hash: string, recorded_at: string, epoch: string }} Receipt
 * @typedef {{ status: number, code: string, title: string, detail: string, request_id?: string,
 *             errors: import('../problem.js').FieldError[] }} ProblemRecord
 *
 * @typedef {object} Item
 * @property {string} id of the thing itself (UUIDv7), made on the phone
 * @property {number} shape of this record, for later versions of the program
 * @property {number} seq order of doing on this phone
 * @property {string} account_id whose outbox this is
 * @property {string} community_id
 * @property {string} kind `door_visit`, `assistance_need`, `assistance_visit` …
 * @property {string} order_key items with the same key (a household) are sent in order
 * @property {string} label where it happened, in words of the stairwell: `3-2-1502`
 * @property {string | null} about what it belongs to (a canvass, a care task), to find a draft again
 * @property {any} payload what is sent; null in the database while `sealed` holds it
 * @property {import('../seal.js').Sealed | null} sealed
 * @property {Attachment[]} attachments
 * @property {State} state
 * @property {string} recorded_at RFC 3339 by the phone's clock
 * @property {number | null} clock_drift_seconds known when it was recorded
 * @property {number} attempts
 * @property {number} next_try_at ms; 0 = at once; of a received item, when its photos are tried again
 * @property {number} held_until ms, until when the server itself asked to wait; 0 = it did not
 * @property {{ code: string, at: string } | null} failure written before sending, cleared by a receipt
 * @property {ProblemRecord | null} problem why the server refused it
 * @property {Receipt | null} receipt
 * @property {string | null} epoch of the server that gave the receipt
 * @property {string | null} received_at
 * @property {Receipt[]} earlier_receipts from epochs before the server was restored
 * @property {string | null} replaced_by the item that corrects this one
 * @property {string | null} handed_over_at
 */

export const SHAPE = 1;

/** What concerns a person's care lies sealed in the phone's database. */
const SEALED_KINDS = ['assistance_need', 'assistance_visit'];

/** @param {Item} item */
export const mustBeSealed = (item) => SEALED_KINDS.includes(item.kind);

/** @type {State[]} */
const PENDING = ['queued', 'sending'];

/** @param {Item} item */
export const isPending = (item) => PENDING.includes(item.state);

/**
 * The server's picture of `since` cannot know of this yet: it had not arrived when the picture was drawn.
 * @param {Item} item
 * @param {number | null} since ms, when the server was read
 */
export const isNewsSince = (item, since) =>
  isPending(item) || (item.state === 'received' && Date.parse(item.received_at ?? '') >= (since ?? 0));

/** Needs a person: the server will not take it as it is. @param {Item} item */
export const needsAttention = (item) =>
  (item.state === 'refused' || item.state === 'conflict') && !item.replaced_by && !item.handed_over_at;

/** @param {Item} item */
export const waitingAttachments = (item) =>
  item.state === 'refused' ? [] : item.attachments.filter(({ state }) => state === 'waiting');

/**
 * @param {Pick<Item, 'id' | 'account_id' | 'community_id' | 'kind' | 'order_key' | 'label' | 'payload' | 'recorded_at'>
 *         & { about?: string | null, attachments?: Slot[], clock_drift_seconds?: number | null }} given
 * @returns {Item} a draft; it is given its place in the order when it is queued
 */
export function draftItem({ about = null, attachments = [], clock_drift_seconds = null, ...given }) {
  return {
    ...given,
    about,
    shape: SHAPE,
    seq: 0,
    sealed: null,
    attachments: attachments.map((slot) => ({ ...slot, state: 'waiting' })),
    clock_drift_seconds,
    state: 'draft',
    attempts: 0,
    next_try_at: 0,
    held_until: 0,
    failure: null,
    problem: null,
    receipt: null,
    epoch: null,
    received_at: null,
    earlier_receipts: [],
    replaced_by: null,
    handed_over_at: null,
  };
}

/**
 * Items written by an older program lack fields that came later; what they have is kept as it is.
 * @param {any} row
 * @returns {Item}
 */
export const lifted = (row) => ({ ...draftItem(row), ...row });

/**
 * @param {Slot} slot
 * @returns {Slot} without what only this phone knows
 */
export const slotOf = ({ sha256, size, content_type }) => ({ sha256, size, content_type });
