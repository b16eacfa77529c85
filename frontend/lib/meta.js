/** @typedef {import('./db.js').Db} Db */

/** Small values of the device, not of an account. @param {Db} db @param {string} name */
export async function readMeta(db, name) {
  return (await db.get('meta', name))?.value;
}

/** @param {Db} db @param {string} name @param {unknown} value */
export const writeMeta = (db, name, value) => db.put('meta', { name, value });

/**
 * Writes unless somebody else has written since it was read.
 * @param {Db} db @param {string} name @param {unknown} read @param {unknown} value
 */
export async function replaceMeta(db, name, read, value) {
  const { store, done } = db.transaction('meta', 'readwrite');
  const there = (await store.get(name))?.value;
  if (JSON.stringify(there) === JSON.stringify(read)) await store.put({ name, value });
  await done;
}
