/**
 * Sealing at rest: AES-256-GCM under a key per account that the browser keeps and never hands out.
 * It protects what is written to the phone's storage; whoever is logged in can of course read.
 * @typedef {{ key: string, iv: Uint8Array, data: ArrayBuffer }} Sealed
 * @typedef {ReturnType<typeof createSeal>} Seal
 */

/**
 * @param {object} env
 * @param {import('./db.js').Db} env.db
 * @param {SubtleCrypto | undefined} env.subtle missing where the page was not loaded securely
 * @param {(bytes: Uint8Array) => Uint8Array} env.fill
 */
export function createSeal({ db, subtle, fill }) {
  const seal = {
    available: Boolean(subtle),
    /**
     * @param {string} account
     * @param {BufferSource} plain
     * @returns {Promise<Sealed | null>} null where the browser cannot seal
     */
    async closeBytes(account, plain) {
      if (!subtle) return null;
      const name = `account:${account}`;
      const key = await keyNamed(db, subtle, name);
      const iv = fill(new Uint8Array(12));
      return { key: name, iv, data: await subtle.encrypt(algorithm(iv, name), key, plain) };
    },
    /**
     * @param {string} account
     * @param {Sealed} sealed
     * @returns {Promise<ArrayBuffer | null>} null when the key is gone or belongs to another account
     */
    async openBytes(account, sealed) {
      const row = sealed.key === `account:${account}` ? await db.get('keys', sealed.key) : null;
      if (!row || !subtle) return null;
      return subtle.decrypt(algorithm(sealed.iv, sealed.key), row.key, sealed.data);
    },
    /** @param {string} account @param {unknown} value JSON-able */
    close: (account, value) => seal.closeBytes(account, new TextEncoder().encode(JSON.stringify(value))),
    /** @param {string} account @param {Sealed} sealed @returns {Promise<any>} null when it cannot be opened */
    async open(account, sealed) {
      const plain = await seal.openBytes(account, sealed);
      return plain && JSON.parse(new TextDecoder().decode(plain));
    },
  };
  return seal;
}

/** @param {Uint8Array} iv @param {string} name bound as associated data @returns {AesGcmParams} */
const algorithm = (iv, name) => ({
  name: 'AES-GCM',
  iv: /** @type {BufferSource} */ (iv),
  additionalData: new TextEncoder().encode(name),
});

/**
 * @param {import('./db.js').Db} db
 * @param {SubtleCrypto} subtle
 * @param {string} name
 * @returns {Promise<CryptoKey>}
 */
async function keyNamed(db, subtle, name) {
  const row = await db.get('keys', name);
  if (row) return row.key;
  const fresh = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Another tab may have been quicker; the first key written stays.
  const tx = db.transaction('keys', 'readwrite', { durability: 'strict' });
  const known = await tx.store.get(name);
  if (!known) await tx.store.put({ name, key: fresh });
  await tx.done;
  return known ? known.key : fresh;
}
