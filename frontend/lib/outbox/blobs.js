import { strictly } from '../db.js';
import { mustBeSealed } from './item.js';

/**
 * Photos and voice notes, by the hash of their bytes. Kept as long as an item names them.
 * @param {object} env
 * @param {import('../db.js').Db} env.db
 * @param {import('../seal.js').Seal} env.seal
 */
export function createBlobs({ db, seal }) {
  return {
    /**
     * @param {import('./item.js').Item} item
     * @param {{ sha256: string, content_type: string, bytes: ArrayBuffer }} file
     */
    async keep(item, { sha256, content_type, bytes }) {
      const sealed = mustBeSealed(item) ? await seal.closeBytes(item.account_id, bytes) : null;
      const row = { account_id: item.account_id, sha256, content_type, bytes: sealed ? null : bytes, sealed };
      const tx = strictly(db, ['blobs']);
      await tx.objectStore('blobs').put(row);
      await tx.done;
    },
    /** @param {string} account @param {string} sha256 @returns {Promise<ArrayBuffer | null>} */
    async read(account, sha256) {
      const row = await db.get('blobs', [account, sha256]);
      if (!row) return null;
      return row.sealed ? seal.openBytes(account, row.sealed) : row.bytes;
    },
    /** @param {import('./item.js').Item} item just removed */
    async releaseUnused(item) {
      // In one transaction: a new item may name the same photo at this moment.
      const tx = strictly(db, ['outbox', 'blobs']);
      const others = await tx.objectStore('outbox').index('by_account').getAll(item.account_id);
      const used = new Set(others.flatMap(({ attachments }) => attachments).map(({ sha256 }) => sha256));
      const unused = item.attachments.filter(({ sha256 }) => !used.has(sha256));
      await Promise.all(unused.map(({ sha256 }) => tx.objectStore('blobs').delete([item.account_id, sha256])));
      await tx.done;
    },
  };
}
