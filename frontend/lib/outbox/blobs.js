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
      const others = await db.getAllFromIndex('outbox', 'by_account', item.account_id);
      const used = new Set(others.flatMap(({ attachments }) => attachments).map(({ sha256 }) => sha256));
      for (const { sha256 } of item.attachments) {
        if (!used.has(sha256)) await db.delete('blobs', [item.account_id, sha256]);
      }
    },
  };
}
