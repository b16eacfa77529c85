import { openDB } from '../vendor/idb.js';
import { STEPS } from './db-schema.js';

/** @typedef {import('../vendor/idb.js').IDBPDatabase} Db */

export const DB_NAME = 'linli';

/**
 * Opens the phone's database and brings it up to the newest step. An older program that meets a newer
 * database uses it as it is: steps only add.
 * @param {object} [options]
 * @param {string} [options.name]
 * @param {typeof STEPS} [options.steps] fewer or more than today's, for tests of upgrades
 * @param {() => void} [options.onLost] the connection is gone: another tab upgrades, or the system took it away
 * @returns {Promise<Db>}
 */
export async function openDb({ name = DB_NAME, steps = STEPS, onLost = () => {} } = {}) {
  const events = {
    /** @type {(this: void, a: number, b: number | null, event: IDBVersionChangeEvent) => void} */
    blocking: (_from, _to, event) => {
      /** @type {IDBDatabase} */ (event.target).close();
      onLost();
    },
    terminated: onLost,
  };
  try {
    return await openDB(name, steps.length, {
      ...events,
      upgrade: (db, from, _to, tx) => steps.slice(from).forEach((step) => step(db, /** @type {any} */ (tx))),
    });
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'VersionError') throw error;
    return openDB(name, undefined, events);
  }
}

/**
 * What must survive a dead battery is written with `durability: 'strict'`: the promise resolves when it
 * is on the disk, not when it is on its way there.
 * @param {Db} db
 * @param {string[]} stores
 */
export const strictly = (db, stores) => db.transaction(stores, 'readwrite', { durability: 'strict' });
