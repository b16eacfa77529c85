import { create, looked, newId, read, readAll } from '../../office/call.js';

/**
 * What the register keeps about the person who is signed in, or whom they are guardian of. Read over the
 * network only, and forgotten when the screen is left.
 * @typedef {import('../../../types/model.js').NeedKind} NeedKind
 * @typedef {{ id: string, household_code: string, relation: 'self' | 'guardian', kind: NeedKind, status: 'active' | 'withdrawn' | 'ended', basis: 'consent' | 'emergency',
 *   starts_on: string, review_on: string | null, ends_on: string | null, end_reason: string | null, ended_at: string | null,
 *   consent: { given_how: string, given_by: string, given_at: string, wording_version: string, taken_by_name: string } | null }} OwnNeed
 * @typedef {{ person_name: string, instruction: string, contact_name: string | null, contact_phone: string | null }} OwnContent
 * @typedef {{ opened_at: string, actor_name: string, purpose: string }} Opening
 */

const RECORD = '/me/record';

export const record = looked(async () => /** @type {OwnNeed[]} */ ((await read(RECORD)).items));
export const openings = looked(async (need) => /** @type {Opening[]} */ ((await readAll(`${RECORD}/${need}/openings`)).reverse()));

/** What was sealed; reading it is itself an opening on record. @param {string} need @param {string} purpose @returns {Promise<OwnContent>} */
export async function openOwn(need, purpose) {
  const content = await create(`${RECORD}/${need}/openings`, { id: newId(), purpose });
  await openings.load(need);
  return content;
}

/** @param {string} need @param {string} id made once, so that a second try withdraws nothing twice */
export async function withdrawOwn(need, id) {
  await create(`${RECORD}/${need}/withdrawal`, { id });
  await record.load();
}
