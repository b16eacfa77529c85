/**
 * One tab sends at a time. The server would sort out two (ids are idempotent), but two would waste a
 * volunteer's data and confuse their status line.
 * @typedef {<T>(work: () => Promise<T>) => Promise<T | null>} Attempt null when another tab has the lock
 */

const LEASE_MS = 30_000;

/**
 * @param {object} env
 * @param {LockManager | undefined} env.locks Web Locks where the browser has them
 * @param {import('../db.js').Db} env.db
 * @param {() => number} env.now
 * @param {string} env.holder this tab
 * @returns {(name: string) => Attempt}
 */
export function createLock({ locks, db, now, holder }) {
  if (locks) return (name) => (work) => withWebLock(locks, name, work);
  return (name) => (work) => leased({ db, now, holder, name: `lease:${name}` }, work);
}

/**
 * @template T
 * @param {LockManager} locks @param {string} name @param {() => Promise<T>} work
 * @returns {Promise<T | null>}
 */
async function withWebLock(locks, name, work) {
  /** @type {T | null} */
  let result = null;
  await locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) result = await work();
  });
  return result;
}

/** @typedef {{ db: import('../db.js').Db, now: () => number, holder: string, name: string }} Lease */

/**
 * The fallback: a row in the database that runs out when its tab dies.
 * @template T
 * @param {Lease} lease
 * @param {() => Promise<T>} work
 */
async function leased(lease, work) {
  if (!(await take(lease))) return null;
  const renewal = setInterval(() => void take(lease), LEASE_MS / 3);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await lease.db.put('meta', { name: lease.name, value: null });
  }
}

/** @param {Lease} lease */
async function take({ db, now, holder, name }) {
  const tx = db.transaction('meta', 'readwrite');
  const held = (await tx.store.get(name))?.value;
  const free = !held || held.holder === holder || held.until <= now();
  if (free) await tx.store.put({ name, value: { holder, until: now() + LEASE_MS } });
  await tx.done;
  return free;
}
