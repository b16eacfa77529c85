import { computed, signal } from '../../vendor/signals.js';
import { readMeta, writeMeta } from '../../lib/meta.js';
import { Problem } from '../../lib/problem.js';
import { connected, services } from '../services.js';
import { adoptPreferences } from './look.js';

/**
 * @typedef {import('../../types/model.js').Me} Me
 * @typedef {import('../../vendor/signals.js').Signal<Me | null>} MeSignal
 */

/** Who uses this phone now; still there when the server has ended the session. @type {MeSignal} */
export const me = signal(null);

/** The server ended the session; recording goes on, sending waits for the password. */
export const expired = signal(false);

/** @type {import('../../vendor/signals.js').Signal<string | null>} */
const chosenId = signal(null);

export const community = computed(() => {
  const all = me.value?.communities ?? [];
  return all.find(({ id }) => id === chosenId.value) ?? all[0] ?? null;
});

export const accountId = computed(() => me.value?.account.id ?? null);

/** @param {string} permission `care:door-visit:log` */
export const may = (permission) => community.value?.permissions.includes(permission) ?? false;

/** Path of a resource of the community: `inCommunity('/today')`. @param {string} path */
export const inCommunity = (path) => `/communities/${community.value?.id}${path}`;

/** @param {string} id */
export async function chooseCommunity(id) {
  chosenId.value = id;
  await writeMeta(services.db, 'community', id);
}

/** Who was here last, without asking the server: the app opens at once, and offline. */
export async function restore() {
  const [last, chosen, known] = await Promise.all([readMeta(services.db, 'account'), readMeta(services.db, 'community'), services.db.getAll('accounts')]);
  const row = known.find(({ id }) => id === last);
  chosenId.value = chosen ?? null;
  if (row) me.value = row.me;
  return Boolean(row);
}

/**
 * Asks the server who this is. No answer changes nothing; "nobody" keeps the person's work in place and
 * asks for the password.
 */
export async function refresh() {
  if (await readMeta(services.db, 'signing_out')) return finishSigningOut();
  const asked = accountId.peek();
  try {
    const { data, tookMs } = await services.api.request('GET', '/session');
    services.clock.compare(data.server_time, tookMs);
    return await adoptIfStill(asked, withNewestPreferences(data, tookMs));
  } catch (error) {
    const nobody = error instanceof Problem && error.status === 401;
    if (nobody && accountId.peek() === asked) expired.value = asked !== null;
    return false;
  }
}

/** The choice that an account took in last, and when, in ms of the page's life. @type {{ account: string, at: number, preferences: Me['preferences'] } | null} */
let preferred = null;

/** The account has taken in what was chosen here. @param {Me} known @param {Me['preferences']} preferences */
export function adoptChoice(known, preferences) {
  preferred = { account: known.account.id, at: performance.now(), preferences };
  return adoptIfStill(known.account.id, { ...known, preferences });
}

/**
 * A choice that the account took in while the question was under way is newer than its answer.
 * @param {Me} seen
 * @param {number} tookMs
 * @returns {Me}
 */
export function withNewestPreferences(seen, tookMs) {
  const asked = performance.now() - tookMs;
  return preferred?.account === seen.account.id && asked < preferred.at ? { ...seen, preferences: preferred.preferences } : seen;
}

/**
 * An answer that was asked for before somebody signed in or out says nothing about who is here now.
 * @param {string | null} asked the account when the question was put
 * @param {Me} seen
 */
export const adoptIfStill = (asked, seen) => inTurn(async () => accountId.peek() === asked && takeIn(seen));

/** Somebody signed in. @param {Me} seen */
export const adopt = (seen) => inTurn(() => takeIn(seen));

let turn = Promise.resolve();

/**
 * Coming and going one after the other: an answer on its way must not undo a sign-out half done.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
function inTurn(work) {
  const done = turn.then(work);
  turn = done.then(() => {}, () => {});
  return done;
}

/** @param {Me} seen */
async function takeIn(seen) {
  const before = await readMeta(services.db, 'account');
  if (before && before !== seen.account.id) await forgetReading(before);
  await services.db.put('accounts', { id: seen.account.id, me: seen });
  await writeMeta(services.db, 'account', seen.account.id);
  await writeMeta(services.db, 'signing_out', null);
  adoptPreferences(seen);
  me.value = seen;
  expired.value = false;
  if (before !== seen.account.id) services.announce();
  return true;
}

/** @param {{ login: string, password: string, device_name: string }} body */
export async function signIn(body) {
  await connected;
  // A goodbye that the server has not heard yet must not come after the greeting.
  if (await readMeta(services.db, 'signing_out')) await finishSigningOut();
  const { data, tookMs } = await services.api.request('POST', '/session', { body, idempotencyKey: services.newId() });
  services.clock.compare(data.server_time, tookMs);
  return adopt(data);
}

/**
 * Forgets who was here and what was read; never what was recorded. Without a network the server is told
 * as soon as there is one.
 */
export async function signOut() {
  await inTurn(leaveHere);
  await finishSigningOut();
}

async function leaveHere() {
  const account = accountId.peek();
  await writeMeta(services.db, 'signing_out', true);
  await writeMeta(services.db, 'account', null);
  if (account) await forgetReading(account);
  me.value = null;
  expired.value = false;
  services.announce();
}

/** Whether another tab has signed out here, or somebody else in. */
export const isStale = async () => accountId.peek() !== null && (await readMeta(services.db, 'account')) !== accountId.peek();

/** What a person read goes with them; what they recorded stays for them. @param {string} account */
async function forgetReading(account) {
  await services.db.delete('accounts', account);
  await services.cache.clear(account);
}

async function finishSigningOut() {
  try {
    await services.api.request('DELETE', '/session', { idempotencyKey: services.newId() });
  } catch (error) {
    if (!(error instanceof Problem && error.status === 401)) return false;
  }
  await writeMeta(services.db, 'signing_out', null);
  return false;
}
