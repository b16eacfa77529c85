import { signal } from '../../../vendor/signals.js';
import { saveFile } from '../../../lib/save-file.js';
import { inCommunity } from '../../identity/session.js';
import { create, looked, read, readAll } from '../../office/call.js';
import { services } from '../../services.js';

/**
 * The result, objections to it, and the published list.
 * @typedef {import('./rounds.js').Schemas} Schemas
 * @typedef {Schemas['RoundResultOut']} Result
 * @typedef {Schemas['QuestionResultOut']} QuestionResult
 * @typedef {Schemas['QuestionTallyOut']} Tally
 * @typedef {Schemas['ObjectionOut']} Objection
 * @typedef {Schemas['RoundLineOut']} Line
 */

export const result = looked(async (id) => {
  const [found, objections] = await Promise.all([read(`/ballot-rounds/${id}/result`), readAll(`/ballot-rounds/${id}/objections`)]);
  return { result: /** @type {Result} */ (found), objections: /** @type {Objection[]} */ (objections) };
});

/** @param {string} id @param {{ id: string, words: string, ballot_id?: string }} body @returns {Promise<Objection>} */
export const raiseObjection = (id, body) => create(`/ballot-rounds/${id}/objections`, body);

/** @param {string} id @param {string} objection @param {{ id: string, words: string, upheld: boolean }} body */
export const answerObjection = (id, objection, body) => create(`/ballot-rounds/${id}/objections/${objection}/answer`, body);

/** The published list, whole, with the round it belongs to. */
export const lines = looked(async (id) => {
  const [one, items] = await Promise.all([read(`/ballot-rounds/${id}`), readAll(`/ballot-rounds/${id}/list`)]);
  return { round: /** @type {Schemas['RoundOut']} */ (one), lines: /** @type {Line[]} */ (items) };
});

/**
 * The archive on its way: bytes so far, of how many once that is known, and how to give it up.
 * @typedef {{ loaded: number, total: number | null, stop: () => void }} Coming
 * @type {import('../../../vendor/signals.js').Signal<Coming | null>}
 */
export const coming = signal(null);

/** @param {string} id @returns {Promise<ArrayBuffer | null>} null when it was given up */
export async function archiveOf(id) {
  const control = new AbortController();
  const tell = (/** @type {number} */ loaded, /** @type {number | null} */ total) => { coming.value = { loaded, total, stop: () => control.abort() }; };
  tell(0, null);
  try {
    return await services.api.bytes(inCommunity(`/ballot-rounds/${id}/archive`), { heard: tell, signal: control.signal });
  } catch (error) {
    if (control.signal.aborted) return null;
    throw error;
  } finally {
    coming.value = null;
  }
}

/** @param {string} id */
export async function saveArchive(id) {
  const archive = await archiveOf(id);
  if (archive) saveFile(archive, `ballot-round-${id}.zip`);
}
