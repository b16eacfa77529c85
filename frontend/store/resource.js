import { signal } from '../vendor/signals.js';
import { NotReached, Problem } from '../lib/problem.js';
import { services } from './services.js';
import { accountId } from './identity/session.js';

/**
 * Something read from the server: what the phone has at once, then what the server says.
 * @template T
 * @typedef {object} Reading
 * @property {T | null} value
 * @property {'loading' | 'ready' | 'failed'} state
 * @property {boolean} fresh false while it is the phone's own copy
 * @property {number | null} storedAt ms, when the server was asked for this
 * @property {unknown} error the last one, when the server could not be read
 */

/**
 * @template T
 * @typedef {object} How
 * @property {(key: string) => Promise<T>} fetch
 * @property {(key: string) => string} name of the copy on the phone
 * @property {(value: T) => Promise<void>} [keep] other than plainly; a function that does nothing keeps nothing
 * @property {(key: string, account: string) => Promise<{ value: T, storedAt: number } | null>} [read]
 */

/** @template T @returns {Reading<T>} */
const nothing = () => ({ value: null, state: 'loading', fresh: false, storedAt: null, error: null });

/**
 * @template T
 * @param {How<T>} how
 */
export function resource(how) {
  /** @type {import('../vendor/signals.js').Signal<Reading<T>>} */
  const reading = signal(nothing());
  let latest = '';
  /** How often the server was asked, and the youngest question that was answered. */
  let [asked, answered] = [0, 0];

  /** Only what the phone has. @param {string} [key] */
  async function warm(key = '') {
    const account = accountId.peek();
    if (!account) return;
    const mine = `${account}/${key}`;
    if (latest !== mine) reading.value = nothing();
    latest = mine;
    const copy = reading.peek().value === null ? await readCopy(how, key, account) : null;
    if (copy && latest === mine) reading.value = { ...nothing(), value: copy.value, state: 'ready', storedAt: copy.storedAt };
  }

  /** @param {string} [key] */
  async function load(key = '') {
    const account = accountId.peek();
    if (!account) return;
    await warm(key);
    asked += 1;
    const turn = asked;
    const said = await ask(how, key, account);
    // An older answer that comes late says less than the one that is shown.
    if (latest !== `${account}/${key}` || turn < answered) return;
    answered = turn;
    reading.value = after(reading.peek(), said);
  }

  return { reading, warm, load, forget: () => { latest = ''; reading.value = nothing(); } };
}

/** @template T @param {How<T>} how @param {string} key @param {string} account */
const readCopy = (how, key, account) => (how.read ? how.read(key, account) : services.cache.read(account, how.name(key)));

/**
 * @template T
 * @param {How<T>} how @param {string} key @param {string} account
 * @returns {Promise<Reading<T>>}
 */
async function ask(how, key, account) {
  // What is recorded while the answer is on its way is not in it.
  const asked = services.clock.now();
  try {
    const value = await how.fetch(key);
    await (how.keep ? how.keep(value) : services.cache.keep(account, how.name(key), value));
    return { value, state: 'ready', fresh: true, storedAt: asked, error: null };
  } catch (error) {
    if (!(error instanceof NotReached || error instanceof Problem)) throw error;
    return { ...nothing(), state: 'failed', error };
  }
}

/**
 * What stands on the screen once the server was asked. Several questions may be under way: one that failed
 * never takes away what another has brought meanwhile, and an older answer never replaces a newer one.
 * @template T
 * @param {Reading<T>} shown @param {Reading<T>} said
 * @returns {Reading<T>}
 */
function after(shown, said) {
  if (said.state === 'failed') return shown.value === null ? said : { ...shown, fresh: false, error: said.error };
  return shown.fresh && (shown.storedAt ?? 0) > (said.storedAt ?? 0) ? shown : said;
}
