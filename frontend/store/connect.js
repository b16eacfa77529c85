import { createApi } from '../lib/api.js';
import { createCache } from '../lib/cache.js';
import { createClock } from '../lib/clock.js';
import { openDb } from '../lib/db.js';
import { readMeta, writeMeta } from '../lib/meta.js';
import { createIds } from '../lib/ids.js';
import { language } from '../lib/i18n.js';
import { createBox } from '../lib/outbox/box.js';
import { createLock } from '../lib/outbox/lock.js';
import { createSeal } from '../lib/seal.js';
import { VERSION } from '../lib/version.js';

/**
 * Makes what the stores work with from the browser that runs them.
 * @param {object} browser
 * @param {typeof globalThis.fetch} browser.fetch
 * @param {Crypto} browser.crypto
 * @param {LockManager | undefined} browser.locks
 * @param {() => void} browser.onChange something was recorded, or somebody came or went
 * @param {() => void} browser.onDbLost
 */
export async function connect({ fetch, crypto, locks, onChange, onDbLost }) {
  const db = await openDb({ onLost: onDbLost });
  const clock = createClock();
  const fill = (/** @type {Uint8Array} */ bytes) => crypto.getRandomValues(bytes);
  // Missing where the page was not loaded securely, whatever the types say.
  const subtle = /** @type {SubtleCrypto | undefined} */ (crypto.subtle);
  const newId = createIds({ now: clock.now, fill });
  const seal = createSeal({ db, subtle, fill });
  const device = { id: '' };
  // Told with every sending, and not before.
  const named = deviceId(db, newId).then((id) => { device.id = id; });
  const made = {
    named,
    db, clock, fill, subtle, newId, seal,
    random: Math.random,
    /** What the server is told with every sending. */
    head: () => ({ device_id: device.id, app_version: VERSION, device_time: clock.iso() }),
    api: createApi({ fetch, language, now: clock.now }),
    cache: createCache({ db, seal, now: clock.now }),
    box: createBox({ db, seal, onChange }),
    announce: onChange,
    lock: createLock({ locks, db, now: clock.now, holder: newId() }),
  };
  return made;
}

/** @param {import('../lib/db.js').Db} db @param {() => string} newId @returns {Promise<string>} */
async function deviceId(db, newId) {
  const known = await readMeta(db, 'device_id');
  if (!known) await writeMeta(db, 'device_id', newId());
  return known ?? readMeta(db, 'device_id');
}
