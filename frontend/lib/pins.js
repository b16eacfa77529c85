import { isConsistent } from './merkle.js';
import { readMeta, replaceMeta } from './meta.js';

/**
 * The phone remembers the last head of the community's log it saw. A log only grows: within one epoch a
 * smaller head, or one that does not begin with the old one, means that history was taken back or rewritten.
 * @typedef {{ epoch: string, size: number, root_hash: string }} Head
 * @typedef {Head & { consistency: string[] | null }} Seen
 * @typedef {'first' | 'grown' | 'same' | 'new_epoch' | 'shrunk' | 'rewritten'} Finding
 */

/** @param {import('./db.js').Db} db @param {string} community @returns {Promise<Head | undefined>} */
export const pinned = (db, community) => readMeta(db, `head:${community}`);

/**
 * @param {SubtleCrypto | undefined} subtle without it growth is believed, as the sizes alone allow
 * @param {Head | undefined} known
 * @param {Seen} seen
 * @returns {Promise<Finding>}
 */
export async function compareHeads(subtle, known, seen) {
  if (!known || known.size === 0) return 'first';
  if (known.epoch !== seen.epoch) return 'new_epoch';
  if (seen.size < known.size) return 'shrunk';
  if (seen.size === known.size) return seen.root_hash === known.root_hash ? 'same' : 'rewritten';
  if (!subtle) return 'grown';
  const proof = { oldSize: known.size, oldRoot: known.root_hash, size: seen.size, root: seen.root_hash, path: seen.consistency ?? [] };
  return (await isConsistent(subtle, proof)) ? 'grown' : 'rewritten';
}

/**
 * Compares and, unless history was taken back, remembers the new head. Several may ask at once, in this tab
 * and in others: each answer is compared with the head it was asked from, and none replaces a newer one.
 * @param {{ db: import('./db.js').Db, subtle: SubtleCrypto | undefined }} env
 * @param {string} community
 * @param {Head | undefined} known what was remembered when the server was asked
 * @param {Seen} seen
 */
export async function pin({ db, subtle }, community, known, seen) {
  const finding = await compareHeads(subtle, known, seen);
  const { epoch, size, root_hash } = seen;
  if (finding !== 'shrunk' && finding !== 'rewritten') await replaceMeta(db, `head:${community}`, known, { epoch, size, root_hash });
  return finding;
}
