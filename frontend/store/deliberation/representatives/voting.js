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

/** The ballot being sent: the same again after a lost answer, another when anything in it changed. */
let attempt = { about: '', token: '' };

/**
 * Sends a ballot. Its token is on the phone before the ballot leaves it.
 * @param {string} id @param {string} household_id @param {string[]} choice
 */
export async function castBallot(id, household_id, choice) {
  const { subtle } = services;
  if (!subtle) throw new Error('a ballot needs a secure page');
  const about = JSON.stringify([id, household_id, [...choice].sort()]);
  if (attempt.about !== about) {
    attempt = { about, token: newToken(globalThis.crypto) };
    await writeMeta(services.db, place(id), [...await tokensOf(id), attempt.token]);
  }
  const receipt = await leafOf(subtle, id, attempt.token);
  try {
    await services.api.request('POST', inCommunity(`/elections/${id}/ballots`), { body: { household_id, choice, receipt } });
  } catch (error) {
    if (error instanceof Problem) await forget(id, attempt.token);
    throw error;
  }
  attempt = { about: '', token: '' };
  await election.load(id);
}

/** A ballot that the server refused was not taken in. @param {string} id @param {string} token */
async function forget(id, token) {
  attempt = { about: '', token: '' };
  await writeMeta(services.db, place(id), (await tokensOf(id)).filter((one) => one !== token));
}

/**
 * What the phone found out by itself from what was published.
 * @typedef {object} Check
 * @property {'taken' | 'missing' | 'none'} receipt none: this phone sent no ballot
 * @property {boolean} adds_up as many homes, ballots and receipts
 * @property {boolean} same_votes counted again, it is what was announced
 */

/** @type {import('../../../vendor/signals.js').Signal<{ id: string, box: OpenedBox, check: Check } | null>} */
export const checked = signal(null);

/** @param {string} id */
export async function checkElection(id) {
  const box = /** @type {OpenedBox} */ (await read(`/elections/${id}/box`));
  const tokens = await tokensOf(id);
  const found = await Promise.all(tokens.map((token) => isTakenIn(services.subtle ?? crypto.subtle, id, token, box)));
  const votes = countAgain(box);
  const announced = election.reading.peek().value?.candidates ?? [];
  checked.value = { id, box, check: {
    receipt: tokens.length ? (found.includes(true) ? 'taken' : 'missing') : 'none',
    adds_up: box.roll.length === box.choices.length && box.choices.length === box.receipts.length,
    same_votes: announced.every((one) => (one.votes ?? 0) === (votes.get(one.id) ?? 0)),
  } };
}
