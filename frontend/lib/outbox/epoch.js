import { strictly } from '../db.js';
import { lifted } from './item.js';
import { unsettled } from './states.js';

/**
 * A server restored from a backup says so by a new epoch. What it had confirmed under another epoch goes
 * out again: it answers "duplicate" for what survived and takes what it lost. Requeueing and remembering
 * the epoch are one transaction, so that neither can happen without the other.
 * @param {{ db: import('../db.js').Db, box: import('./box.js').Box }} env
 * @param {string} account
 * @param {string} community
 * @param {string} epoch as the server says now
 * @returns {Promise<number>} items that go out again
 */
export async function noticeEpoch({ db }, account, community, epoch) {
  const tx = strictly(db, ['outbox', 'meta']);
  const outbox = tx.objectStore('outbox');
  const name = `epoch:${account}:${community}`;
  const known = (await tx.objectStore('meta').get(name))?.value;
  const rows = known && known !== epoch ? await outbox.index('by_state').getAll([account, 'received']) : [];
  const lost = rows.map(lifted).filter((item) => item.community_id === community && item.epoch !== epoch);
  for (const item of lost) await outbox.put(unsettled(item));
  if (known !== epoch) await tx.objectStore('meta').put({ name, value: epoch });
  await tx.done;
  return lost.length;
}

/**
 * The log is shorter than this phone knows it to have been, though the server names the same epoch: what
 * stood beyond its end goes out again.
 * @param {import('../db.js').Db} db
 * @param {string} account
 * @param {string} community
 * @param {number} size leaves the server still has
 * @returns {Promise<number>} items that go out again
 */
export async function resendFrom(db, account, community, size) {
  const tx = strictly(db, ['outbox']);
  const outbox = tx.objectStore('outbox');
  const rows = await outbox.index('by_state').getAll([account, 'received']);
  const lost = rows.map(lifted).filter((item) => item.community_id === community && (item.receipt?.index ?? -1) >= size);
  for (const item of lost) await outbox.put(unsettled(item));
  await tx.done;
  return lost.length;
}
