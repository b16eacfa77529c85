import { signal } from '../../../vendor/signals.js';
import { readMeta, writeMeta } from '../../../lib/meta.js';
import { Problem } from '../../../lib/problem.js';
import { inCommunity } from '../../identity/session.js';
import { read } from '../../office/call.js';
import { services } from '../../services.js';
import { election } from './elections.js';
import { countAgain, isTakenIn, leafOf, newToken } from './receipt.js';

/**
 * The ballot of one home, and the receipts that this phone keeps. What was chosen is never kept.
 * @typedef {import('../../../types/model.js').OpenedBox} OpenedBox
 */

/** @param {string} id of the election */
const place = (id) => `secret-receipts:${id}`;

/** Tokens of ballots sent from this phone, base64. @param {string} id @returns {Promise<string[]>} */
export const tokensOf = async (id) => (await readMeta(services.db, place(id))) ?? [];

/** Of ballots that left this phone without an answer: they may have arrived or not. @param {string} id */
const unanswered = (id) => `secret-attempts:${id}`;

/** @param {string} id @returns {Promise<string[]>} */
const attemptsOf = async (id) => (await readMeta(services.db, unanswered(id))) ?? [];

/** The ballot being sent: the same again after a lost answer, another when anything in it changed. */
let attempt = { about: '', token: '' };

/** Nothing of what was chosen stays for whoever holds the phone next. */
export const leaveBallot = () => { attempt = { about: '', token: '' }; };

/**
 * Sends a ballot, which never waits in the outbox. Its token is on the phone before the ballot leaves it, and is
 * a receipt once the server has answered.
 * @param {string} id @param {string} household_id @param {string[]} choice
 */
export async function castBallot(id, household_id, choice) {
  const { subtle } = services;
  if (!subtle) throw new Error('a ballot needs a secure page');
  const about = JSON.stringify([id, household_id, [...choice].sort()]);
  if (attempt.about !== about) {
    attempt = { about, token: newToken(globalThis.crypto) };
    await writeMeta(services.db, unanswered(id), [...await attemptsOf(id), attempt.token]);
  }
  const receipt = await leafOf(subtle, id, attempt.token);
  try {
    await services.api.request('POST', inCommunity(`/elections/${id}/ballots`), { body: { household_id, choice, receipt } });
  } catch (error) {
    if (error instanceof Problem) await forget(id, attempt.token);
    throw error;
  }
  await writeMeta(services.db, place(id), [...await tokensOf(id), attempt.token]);
  await forget(id, attempt.token);
  await election.load(id);
}

/** The server has answered: a ballot that it refused was not taken in. @param {string} id @param {string} token */
async function forget(id, token) {
  leaveBallot();
  await writeMeta(services.db, unanswered(id), (await attemptsOf(id)).filter((one) => one !== token));
}

/**
 * What the phone found out by itself from what was published.
 * @typedef {object} Check
 * @property {'taken' | 'missing' | 'none'} receipt none: this phone was told of no ballot that it was taken in
 * @property {{ adds_up: boolean, same_votes: boolean } | null} lists as many homes, ballots and receipts; counted again, it is
 *   what was announced; null where so few took part that the lists are not published
 */

/** @type {import('../../../vendor/signals.js').Signal<{ id: string, box: OpenedBox, check: Check } | null>} */
export const checked = signal(null);

/** @param {string} id */
export async function checkElection(id) {
  const box = /** @type {OpenedBox} */ (await read(`/elections/${id}/box`));
  const tokens = await tokensOf(id);
  const sent = [...tokens, ...await attemptsOf(id)];
  const found = await Promise.all(sent.map((token) => isTakenIn(services.subtle ?? crypto.subtle, id, token, box)));
  checked.value = { id, box, check: {
    receipt: found.includes(true) ? 'taken' : tokens.length ? 'missing' : 'none',
    lists: box.roll && box.choices && { adds_up: box.roll.length === box.choices.length && box.choices.length === box.receipts.length, same_votes: isAnnounced(box.choices) },
  } };
}

/** @param {string[][]} choices */
function isAnnounced(choices) {
  const votes = countAgain(choices);
  return (election.reading.peek().value?.candidates ?? []).every((one) => (one.votes ?? 0) === (votes.get(one.id) ?? 0));
}
