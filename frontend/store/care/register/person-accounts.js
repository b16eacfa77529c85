import { act, create, looked, read } from '../../office/call.js';

/**
 * Accounts that see the record of a need's person, and those at home behind the same door.
 * @typedef {{ items: { id: string, account_id: string, account_name: string, relation: 'self' | 'guardian' }[],
 *   candidates: { account_id: string, account_name: string }[] }} Accounts
 */

/** @param {string} need */
const pathOf = (need) => `/assistance-needs/${need}/accounts`;

export const accounts = looked(async (need) => /** @type {Accounts} */ (await read(pathOf(need))));

/** @param {string} need @param {{ id: string, account_id: string, relation: 'self' | 'guardian' }} body */
export async function linkPerson(need, body) {
  await create(pathOf(need), body);
  await accounts.load(need);
}

/** @param {string} need @param {string} link @param {string} key */
export async function unlinkPerson(need, link, key) {
  await act(`${pathOf(need)}/${link}/ending`, key);
  await accounts.load(need);
}
