import { act, create, looked, read, readAll } from '../../office/call.js';

/**
 * Elections of who speaks for a building.
 * @typedef {import('../../../types/model.js').Election} Election
 * @typedef {import('../../../types/model.js').ElectionLine} ElectionLine
 * @typedef {import('../../../types/model.js').Neighbour} Neighbour
 */

export const elections = looked(async () => /** @type {ElectionLine[]} */ ((await readAll('/elections')).reverse()));

export const election = looked(async (id) => /** @type {Election} */ (await read(`/elections/${id}`)));

/** Who can be nominated or appointed in a building. */
export const neighbours = looked(async (building) => /** @type {Neighbour[]} */ (await readAll(`/neighbours?building_id=${building}`)));

/** @param {{ id: string } & Record<string, unknown>} body @returns {Promise<Election>} */
export const startElection = (body) => create('/elections', body);

/** @param {string} id @param {{ id: string, account_id: string, statement: string | null }} body */
export async function nominate(id, body) {
  await create(`/elections/${id}/candidacies`, body);
  await election.load(id);
}

/** @param {string} id @param {string} candidacy @param {{ consents: boolean, statement: string | null }} body @param {string} key */
export async function answerNomination(id, candidacy, body, key) {
  await act(`/elections/${id}/candidacies/${candidacy}/answer`, key, body);
  await election.load(id);
}

/** @param {string} id @param {string} closes_at @param {string} key */
export async function openElection(id, closes_at, key) {
  await act(`/elections/${id}/opening`, key, { closes_at });
  await election.load(id);
}

/** @param {string} id @param {string} reason @param {string} key */
export async function cancelElection(id, reason, key) {
  await act(`/elections/${id}/cancellation`, key, { reason });
  await election.load(id);
}
