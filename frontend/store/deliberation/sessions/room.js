import { effect, signal } from '../../../vendor/signals.js';
import { NotReached, Problem } from '../../../lib/problem.js';
import { accountId, inCommunity } from '../../identity/session.js';
import { act } from '../../office/call.js';
import { services } from '../../services.js';
import { sendingState } from '../../sync/standing.js';

/**
 * The room as it is now. It is asked for every few seconds; the browser sends the tag it has, and while
 * nothing changes the server answers 304, from one number. There is no standing connection that a
 * dropping network could leave half open, and any server process can answer.
 * @typedef {import('../../../types/model.js').Room} Room
 * @typedef {{ room: Room | null, asked: number, at: number, reached: boolean }} Followed when the server was asked for the room and when it was heard, by this phone
 */

const EVERY_MS = 3000;
const SLOWEST_MS = 10_000;
const TIMEOUT_MS = 8000;

/** @type {import('../../../vendor/signals.js').Signal<Followed>} */
export const followed = signal({ room: null, asked: 0, at: 0, reached: true });

/** Moves once a second while somebody has the floor. */
export const now = signal(0);

let id = '';
let misses = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {ReturnType<typeof setInterval> | undefined} */
let seconds;
/** @type {() => void} */
let stop = () => {};

/** What is read anew when the session goes on to another item or state. @type {() => unknown} */
let whenItGoesOn = () => null;

/** @param {string} session @param {() => unknown} goesOn */
export async function follow(session, goesOn) {
  unfollow();
  id = session;
  whenItGoesOn = goesOn;
  seconds = setInterval(() => { if (followed.peek().room?.speaking) now.value = services.clock.now(); }, 1000);
  globalThis.addEventListener('online', soon);
  globalThis.document.addEventListener('visibilitychange', soon);
  const copy = await services.cache.read(accountId.peek() ?? '', `room:${session}`);
  if (copy && id === session) followed.value = { room: copy.value, asked: copy.storedAt, at: copy.storedAt, reached: true };
  // What this phone has just sent is in the next answer.
  stop = effect(() => { if (sendingState.value.at && !sendingState.value.busy) soon(); });
  await ask();
}

export function unfollow() {
  stop();
  clearTimeout(timer);
  clearInterval(seconds);
  globalThis.removeEventListener('online', soon);
  globalThis.document.removeEventListener('visibilitychange', soon);
  id = '';
  misses = 0;
  followed.value = { room: null, asked: 0, at: 0, reached: true };
}

/** Asked for at once: the network is back, the screen is looked at again, something was sent. */
export function soon() {
  clearTimeout(timer);
  if (id && !globalThis.document.hidden) timer = setTimeout(() => void ask(), 50);
}

async function ask() {
  const [session, asked] = [id, services.clock.now()];
  try {
    const { data } = await services.api.request('GET', inCommunity(`/sessions/${session}/room`), { timeoutMs: TIMEOUT_MS });
    if (session === id) await hear(session, data, asked);
    misses = 0;
  } catch (error) {
    if (!(error instanceof NotReached || error instanceof Problem)) throw error;
    misses += 1;
    if (session === id) followed.value = { ...followed.peek(), reached: false };
  } finally {
    if (session === id) again();
  }
}

/** Slower while nobody answers, so that a room full of phones does not knock all at once. */
function again() {
  clearTimeout(timer);
  const wait = Math.min(EVERY_MS * (1 + misses), SLOWEST_MS) * (0.85 + services.random() * 0.3);
  if (!globalThis.document.hidden) timer = setTimeout(() => void ask(), wait);
}

/** @param {string} session @param {Room} room @param {number} asked ms */
async function hear(session, room, asked) {
  const before = followed.peek().room;
  followed.value = { room, asked, at: services.clock.now(), reached: true };
  now.value = services.clock.now();
  if (before && (before.state !== room.state || before.item_id !== room.item_id)) whenItGoesOn();
  if (before?.tick !== room.tick) await services.cache.keep(accountId.peek() ?? '', `room:${session}`, room);
}

/** What only the network can do: taking one's hand down. @param {string} session @param {string} path @param {string} key */
export async function direct(session, path, key) {
  await act(`/sessions/${session}/${path}`, key);
  await ask();
}
