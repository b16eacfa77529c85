/**
 * What may be read without a network: the last answer of the server by account and name.
 * @typedef {{ value: any, storedAt: number }} Cached
 * @typedef {ReturnType<typeof createCache>} Cache
 */

/**
 * @param {object} env
 * @param {import('./db.js').Db} env.db
 * @param {() => number} env.now
 * @param {import('./seal.js').Seal} env.seal
 */
export function createCache({ db, now, seal }) {
  return {
    /**
     * @param {string} account
     * @param {string} name
     * @returns {Promise<Cached | null>} null when there is none, or when it has expired
     */
    async read(account, name) {
      const row = await db.get('cache', [account, name]);
      if (!row) return null;
      if (row.expiresAt !== null && row.expiresAt <= now()) return forget(db, account, name);
      const value = row.sealed ? await seal.open(account, row.sealed) : row.value;
      return value === null ? null : { value, storedAt: row.storedAt };
    },
    /** @param {string} account @param {string} name @param {unknown} value */
    async keep(account, name, value) {
      await db.put('cache', { account_id: account, name, value, storedAt: now(), expiresAt: null });
    },
    /**
     * Keeps something that concerns a person's care: sealed, and gone when it expires. Where the browser
     * cannot seal, nothing is kept.
     * @param {string} account @param {string} name @param {unknown} value @param {number} expiresAt ms
     */
    async keepSealed(account, name, value, expiresAt) {
      const sealed = await seal.close(account, value);
      if (sealed) await db.put('cache', { account_id: account, name, sealed, storedAt: now(), expiresAt });
    },
    /** Logout forgets what was read; never the outbox. @param {string} account */
    async clear(account) {
      await db.delete('cache', IDBKeyRange.bound([account], [account, []]));
    },
    /** Takes away what expired, for every account on this phone. */
    async sweep() {
      const tx = db.transaction('cache', 'readwrite');
      for await (const cursor of tx.store) {
        if (cursor.value.expiresAt !== null && cursor.value.expiresAt <= now()) await cursor.delete();
      }
    },
  };
}

/** @param {import('./db.js').Db} db @param {string} account @param {string} name */
async function forget(db, account, name) {
  await db.delete('cache', [account, name]);
  return null;
}
