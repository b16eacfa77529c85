import { pinned } from '../../../lib/pins.js';
import { accountId, community } from '../../identity/session.js';
import { read } from '../../office/call.js';
import { services } from '../../services.js';

/**
 * What this phone keeps of its ballots: every receipt it was given, also of votes that were changed since.
 * @typedef {import('../../../lib/recount/left-out.js').Receipt} Receipt
 */

/** @param {string} roundId */
const name = (roundId) => `ballot-receipts:${roundId}`;
const account = () => accountId.peek() ?? '';

/** @param {string} roundId @returns {Promise<Receipt[]>} */
const kept = async (roundId) => (await services.cache.read(account(), name(roundId)))?.value ?? [];

/** @param {Receipt[]} receipts */
const once = (receipts) => [...new Map(receipts.map((one) => [`${one.epoch} ${one.index} ${one.leaf_hash}`, one])).values()];

/** @param {string} roundId @param {Receipt} receipt */
export const keepReceipt = async (roundId, receipt) => services.cache.keep(account(), name(roundId), once([...(await kept(roundId)), receipt]));

/**
 * What an archive of the round is held against. The receipts that the server tells are of paper that others
 * recorded, and of ballots cast on another phone.
 * @param {string} roundId
 */
export async function keptOf(roundId) {
  const [receipts, { electors }, head] = await Promise.all([kept(roundId), read(`/ballot-rounds/${roundId}/my-ballots`), pinned(services.db, community.peek()?.id ?? '')]);
  const told = electors.flatMap((/** @type {import('./rounds.js').Elector} */ { counted }) => (counted?.receipt ? [counted.receipt] : []));
  return { receipts: once([...receipts, ...told]), head };
}
