import { effect } from '../../vendor/signals.js';
import { createLoop } from '../../lib/outbox/loop.js';
import { createSender } from '../../lib/outbox/sender.js';
import { accountId, adoptIfStill, expired, withNewestPreferences } from '../identity/session.js';
import { sendPreferences } from '../identity/preferences.js';
import { services } from '../services.js';
import { checkHeads } from './heads.js';
import { sendingState } from './standing.js';

/** @typedef {import('../../lib/outbox/sender.js').Outcome} Outcome */

/** @type {ReturnType<typeof createLoop>} */
let loop;

/** Once, when the first round is over and nobody waits for the database. */
let swept = false;

/**
 * Starts the outbox's loop for whoever is logged in, now and later.
 * @param {Window} view
 */
export function startSending(view) {
  const round = createSender({ ...services, request: services.api.request, onSession, isHere: (account) => accountId.peek() === account });
  const send = async (/** @type {string} */ account, /** @type {{ urge?: import('../../lib/outbox/order.js').Urge }} */ how) => {
    await services.named;
    return round(account, how);
  };
  loop = createLoop({
    send, items: (account) => services.box.all(account), now: services.clock.now, random: services.random, onState: noteState,
  });
  // Another person, or the same one with the password given again: the outbox goes on.
  effect(() => { if (!expired.value) loop.use(accountId.value); });
  view.addEventListener('online', () => void loop.wake('network'));
  view.document.addEventListener('visibilitychange', () => { if (!view.document.hidden) void loop.wake(); });
}

/** @param {{ busy: boolean, outcome: Outcome | null }} state */
function noteState({ busy, outcome }) {
  const at = outcome === 'done' ? services.clock.now() : sendingState.value.at;
  sendingState.value = { busy, outcome: busy ? sendingState.value.outcome : outcome, at };
  if (outcome === 'signed_out') expired.value = true;
  if (outcome === 'done') void checkHeads();
  if (outcome && !swept) void services.cache.sweep();
  swept ||= outcome !== null;
}

/** A person asked: waiting times are passed over. */
export const sendNow = () => loop.wake('person');

/** Something was recorded. */
export const sendSoon = () => loop.wake();

/** @param {import('../../types/model.js').Me} seen @param {number} tookMs */
async function onSession(seen, tookMs) {
  await adoptIfStill(seen.account.id, withNewestPreferences(seen, tookMs));
  await sendPreferences();
}
