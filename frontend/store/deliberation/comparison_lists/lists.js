import { inCommunity } from '../../identity/session.js';
import { act, create, looked, read, readAll } from '../../office/call.js';
import { services } from '../../services.js';

/**
 * Options held against criteria, what was seen on the spot, and every version.
 * @typedef {import('../../../types/api').components['schemas']} Schemas
 * @typedef {Schemas['ListCardOut']} Card
 * @typedef {Schemas['ListOut']} List
 * @typedef {Schemas['ReportOut']} Report
 * @typedef {Schemas['ListVersionOut']} Version
 * @typedef {Omit<Schemas['RevisionIn'], 'reason'>} Content
 */

export const lists = looked(async () => /** @type {Card[]} */ ((await readAll('/comparison-lists')).reverse()));

/** A list with its reports and its history. */
export const list = looked(async (id) => {
  const [whole, reports, versions] = await Promise.all([
    read(`/comparison-lists/${id}`), read(`/comparison-lists/${id}/site-visit-reports`), read(`/comparison-lists/${id}/versions`),
  ]);
  return { list: /** @type {List} */ (whole), reports: /** @type {Report[]} */ (reports.items), versions: /** @type {Version[]} */ (versions.items) };
});

/** @param {Content & { id: string, project_id: string }} body @returns {Promise<{ id: string }>} */
export const makeList = (body) => create('/comparison-lists', body);

/** @param {string} id @param {number} version as it was seen @param {Content & { reason: string }} body */
export const reviseList = async (id, version, body) => (await services.api.request('PUT', inCommunity(`/comparison-lists/${id}`), { body, ifMatch: `"${version}"` })).data;

/** @param {string} id @param {string} key */
export async function publishList(id, key) {
  await act(`/comparison-lists/${id}/publication`, key);
  await list.load(id);
}
