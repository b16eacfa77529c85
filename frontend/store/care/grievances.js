import { act, create, looked, readAll } from '../office/call.js';

/**
 * @typedef {'open' | 'answered' | 'closed'} Status
 * @typedef {{ id: string, words: string, answered_at: string }} Answer
 *
 * @typedef {object} Grievance
 * @property {string} id
 * @property {string} household_code
 * @property {string} household_id
 * @property {'old_grievance' | 'new_matter'} matter
 * @property {string} category
 * @property {string} words
 * @property {string} raised_at
 * @property {Status} status
 * @property {string | null} owner_account_id
 * @property {string | null} owner_name
 * @property {Answer[]} answers
 */

export const grievances = looked(async (status) => /** @type {Grievance[]} */ (await readAll(`/grievances?status=${status}`)));

/** @param {Grievance} one @param {string} account @param {string} key */
export async function giveGrievance(one, account, key) {
  await act(`/grievances/${one.id}/assignment`, key, { owner_account_id: account });
  await grievances.load(one.status);
}

/** @param {Grievance} one @param {string} words @param {string} id */
export async function answerGrievance(one, words, id) {
  await create(`/grievances/${one.id}/answers`, { id, words });
  await grievances.load(one.status);
}

/** @param {Grievance} one @param {string} key */
export async function closeGrievance(one, key) {
  await act(`/grievances/${one.id}/closing`, key);
  await grievances.load(one.status);
}
