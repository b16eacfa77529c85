import { readMeta, writeMeta } from './meta.js';

/**
 * The phone remembers the last head of the community's log it saw. A log only grows: within one epoch a
 * smaller head, or another root at the same size, means that history was taken back or rewritten.
 * @typedef {{ epoch: string, size: number, root_hash: string }} Head
 * @typedef {'first' | 'grown' | 'same' | 'new_epoch' | 'shrunk' | 'rewritten'} Finding
 */

/** @param {Head | undefined} pinned @param {Head} seen @returns {Finding} */
export function compareHeads(pinned, seen) {
  if (!pinned) return 'first';
  if (pinned.epoch !== seen.epoch) return 'new_epoch';
  if (seen.size < pinned.size) return 'shrunk';
  if (seen.size > pinned.size) return 'grown';
  return seen.root_hash === pinned.root_hash ? 'same' : 'rewritten';
}

/**
 * Compares and, unless history was taken back, remembers the new head.
 * @param {import('./db.js').Db} db
 * @param {string} community
 * @param {Head} seen
 */
export async function pin(db, community, { epoch, size, root_hash }) {
  const name = `head:${community}`;
  const finding = compareHeads(await readMeta(db, name), { epoch, size, root_hash });
  if (finding !== 'shrunk' && finding !== 'rewritten') await writeMeta(db, name, { epoch, size, root_hash });
  return finding;
}
