import { act, create, looked, read } from '../office/call.js';
import { invite } from '../identity/team.js';

/**
 * Who has an account in a household, as whoever verified it said.
 * @typedef {'owner' | 'family' | 'tenant'} Relation
 * @typedef {{ id: string, account_id: string, account_name: string, relation: Relation, owner_id: string | null, verified_how: string, created_at: string, ended_at: string | null }} HomeMember
 * @typedef {{ household: import('../../types/model.js').Household, members: HomeMember[] }} HomeTold
 * @typedef {{ relation: Relation, owner_id: string | null, verified_how: string }} Said
 */

export const home = looked(async (id) => /** @type {HomeTold} */ ({
  household: await read(`/households/${id}`),
  members: (await read(`/households/${id}/members`)).items,
}));

/** @param {string} household @param {Said & { id: string, account_id: string }} body */
export async function addMember(household, body) {
  const made = await create(`/households/${household}/members`, body);
  await home.load(household);
  return made;
}

/** @param {string} household @param {string} id @param {string} reason @param {string} key */
export async function endMember(household, id, reason, key) {
  await act(`/household-members/${id}/ending`, key, { reason });
  await home.load(household);
}

/**
 * An invitation as a resident of the household's building that makes the home theirs as soon as they accept.
 * @param {import('../../types/model.js').Household} household
 * @param {Said & { id: string, display_name: string }} said
 */
export const inviteHome = ({ id: household_id, building_id }, { id, display_name, ...said }) => invite({
  id, display_name, expires_in_days: 7, role: 'resident', scope_kind: building_id ? 'building' : 'community', scope_id: building_id ?? null,
  home: { household_id, ...said },
});
