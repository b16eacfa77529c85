import { act, create, looked, readAll } from '../office/call.js';

/**
 * Who is here and as what, and who is asked to come.
 * @typedef {'community' | 'building' | 'group'} ScopeKind
 * @typedef {{ grant_id: string, role: string, scope_kind: ScopeKind, scope_id: string, scope_name: string }} GrantedRole
 * @typedef {{ account_id: string, display_name: string, login: string | null, roles: GrantedRole[] }} Member
 * @typedef {{ id: string, display_name: string, role: string, scope_name: string, state: 'open' | 'accepted' | 'revoked' | 'expired', expires_at: string }} Invitation
 * @typedef {{ role: string, scope_kind: ScopeKind, scope_id: string | null }} Post a role and where it is held
 * @typedef {{ link: string | null, qr_svg: string | null, expires_at: string }} OneTimeLink
 */

/** Where each role that is given may be held; a representative's follows from an election or an assembly. @type {Record<string, ScopeKind[]>} */
export const PLACES = {
  volunteer: ['community', 'building', 'group'], building_lead: ['building'], resident: ['community', 'building'],
  social_worker: ['community'], community_admin: ['community'], supervisor: ['community'], legal_adviser: ['community'],
  contractor: ['community'], property_manager: ['community'],
};

/** What a building lead may give, inside the own building. */
const LEAD_GIVES = ['volunteer', 'resident'];

/** @param {Post[]} held @returns {string[]} */
export const rolesToGive = (held) => (held.some(({ role }) => role === 'community_admin') ? Object.keys(PLACES) : LEAD_GIVES);

/** @param {Post[]} held @param {string} role @returns {ScopeKind[]} */
export const placesToGive = (held, role) =>
  (held.some((own) => own.role === 'community_admin') ? PLACES[role] ?? [] : (PLACES[role] ?? []).filter((kind) => kind === 'building'));

export const members = looked(async () => /** @type {Member[]} */ (await readAll('/members')));
export const invitations = looked(async () => /** @type {Invitation[]} */ ((await readAll('/invitations')).reverse()));

/** @param {Post & { id: string, display_name: string, expires_in_days: number, home?: object }} body @returns {Promise<Invitation & OneTimeLink>} */
export const invite = (body) => create('/invitations', body);

/** @param {string} id @param {string} key */
export async function revokeInvitation(id, key) {
  await act(`/invitations/${id}/revocation`, key);
  await invitations.load();
}

/** @param {Post & { id: string, account_id: string }} body */
export async function giveRole(body) {
  const made = await create('/grants', body);
  await members.load();
  return made;
}

/** @param {string} grantId @param {string} reason @param {string} key */
export async function takeRole(grantId, reason, key) {
  await act(`/grants/${grantId}/revocation`, key, { reason });
  await members.load();
}

/** @param {string} account @param {string} id @returns {Promise<OneTimeLink>} */
export const makePasswordLink = (account, id) => create(`/members/${account}/password-links`, { id });
