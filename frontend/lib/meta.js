/** @typedef {import('./db.js').Db} Db */

/** Small values of the device, not of an account. @param {Db} db @param {string} name */
export async function readMeta(db, name) {
  return (await db.get('meta', name))?.value;
}

/** @param {Db} db @param {string} name @param {unknown} value */
export const writeMeta = (db, name, value) => db.put('meta', { name, value });
