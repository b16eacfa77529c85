import { delayAfter } from './backoff.js';
import { isPending, waitingAttachments } from './item.js';

/** Without any sign from the browser, how often the outbox looks again by itself. */
const IDLE_MS = 5 * 60_000;

/** @typedef {import('./order.js').Urge} Urge */

/** Each passes over more waiting times than the one before it. @type {Urge[]} */
const URGES = ['clock', 'network', 'person'];

/** Rounds that end so are not tried again by the clock: a person has to do something first. */
const PAUSING = ['signed_out', 'other_account'];

/**
 * Decides when a round runs: when something was recorded, when the phone says that something changed
 * (its word for being online is only a hint), and by the clock.
 * @param {object} env
 * @param {(account: string, how: { urge: Urge }) => Promise<import('./sender.js').Outcome>} env.send
 * @param {(account: string) => Promise<import('./item.js').Item[]>} env.items
 * @param {() => number} env.now
 * @param {() => number} env.random
 * @param {(state: { busy: boolean, outcome: import('./sender.js').Outcome | null }) => void} env.onState
 */
export function createLoop({ send, items, now, random, onState }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {string | null} */
  let account = null;
  let failures = 0;
  let running = false;
  let again = false;
  /** @type {Urge} */
  let urged = 'clock';

  /** @param {Urge} [urge] */
  async function wake(urge = 'clock') {
    if (URGES.indexOf(urge) > URGES.indexOf(urged)) urged = urge;
    again = true;
    if (running) return;
    running = true;
    try {
      while (again && account) await once(account);
    } finally {
      running = false;
    }
  }

  /** @param {string} who */
  async function once(who) {
    again = false;
    clearTimeout(timer);
    onState({ busy: true, outcome: null });
    const urge = urged;
    urged = 'clock';
    const outcome = await send(who, { urge }).catch(broken);
    failures = outcome === 'done' ? 0 : failures + 1;
    onState({ busy: false, outcome });
    if (!PAUSING.includes(outcome)) timer = setTimeout(() => void wake(), await waitFor(who));
  }

  /** @param {string} who */
  async function waitFor(who) {
    const rest = failures ? delayAfter(failures, random) : 0;
    const open = (await items(who)).filter((item) => isPending(item) || waitingAttachments(item).length);
    const next = Math.min(IDLE_MS, ...open.map((item) => Math.max(0, item.next_try_at - now())));
    return Math.max(rest, next, 1_000);
  }

  return {
    wake,
    /** @param {string | null} who null after logout: nothing is sent, nothing is forgotten */
    use(who) {
      account = who;
      failures = 0;
      clearTimeout(timer);
      if (who) void wake();
    },
  };
}

/** A fault of the program is not a reason to stop trying; the item keeps its recorded failure. @param {unknown} error */
function broken(error) {
  console.error(error);
  return /** @type {const} */ ('server_busy');
}
