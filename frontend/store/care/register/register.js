import { signal } from '../../../vendor/signals.js';
import { inCommunity } from '../../identity/session.js';
import { act, create, looked, read, readAll } from '../../office/call.js';
import { services } from '../../services.js';

/**
 * The assistance register as its keeper sees it. What was sealed is shown only after an opening that is on
 * record, is never kept on this device, and is forgotten when the screen is left.
 * @typedef {import('../../../types/model.js').NeedKind} NeedKind
 * @typedef {{ id: string, from_on: string, until_on: string }} Pause
 * @typedef {{ id: string, household_id: string, household_code: string, urgent: boolean, kind: NeedKind | null, urgency: string | null, status: 'active' | 'withdrawn' | 'ended',
 *   basis: 'consent' | 'emergency' | null, starts_on: string | null, review_on: string | null, ends_on: string | null,
 *   recurrence: { weekdays: number[], part: string } | null, pauses: Pause[] | null, end_reason: string | null }} Need
 * @typedef {{ id: string, person_name: string, instruction: string, contact_name: string | null, contact_phone: string | null, emergency_reason: string | null,
 *   consent: { given_how: string, given_by: string, guardian_name: string | null, given_at: string, wording_version: string } | null }} Content
 * @typedef {{ opened_at: string, actor_name: string, purpose: string, record: string }} Opening
 * @typedef {{ id: string, kind: string, subject_kind: string, subject_id: string, household_code: string, raised_at: string }} Duty
 * @typedef {{ total: number | null, by_kind: Record<string, number | null>, by_urgency: Record<string, number | null>, by_building: Record<string, number | null> }} Statistics
 */

const NEEDS = '/assistance-needs';

export const needs = looked(async (status) => /** @type {Need[]} */ (await readAll(`${NEEDS}?status=${status}`)));
export const duties = looked(async () => /** @type {Duty[]} */ (await readAll('/register-duties')));
export const openings = looked(async (id) => /** @type {Opening[]} */ ((await readAll(`${NEEDS}/${id}/openings`)).reverse()));
export const statistics = looked(async () => /** @type {Statistics} */ (await read('/assistance-statistics')));

/** @type {import('../../../vendor/signals.js').Signal<Content | null>} */
export const opened = signal(null);

/** @param {string} need @param {{ id: string, purpose: string }} body */
export async function openContent(need, body) {
  opened.value = await create(`${NEEDS}/${need}/openings`, body);
  await openings.load(need);
}

/** @param {string} need @param {'withdrawal' | 'end' | 'reviews' | 'pauses'} verb @param {{ id: string } & Record<string, unknown>} body */
export async function change(need, verb, body) {
  await create(`${NEEDS}/${need}/${verb}`, body);
  if (verb === 'withdrawal' || verb === 'end') opened.value = null;
  await Promise.all([needs.load('active'), duties.load()]);
}

/** Help that rested goes on. @param {string} need @param {string} pause @param {string} key */
export async function strikePause(need, pause, key) {
  await act(`${NEEDS}/${need}/pauses/${pause}/removal`, key);
  await needs.load('active');
}

/** @param {string} id @param {string} key */
export async function settleDuty(id, key) {
  await act(`/register-duties/${id}/settlement`, key);
  await duties.load();
}

/**
 * The register as a workbook, marked with who took it out, when and for what.
 * @param {string} purpose @param {string} id @returns {Promise<ArrayBuffer>}
 */
export async function takeOut(purpose, id) {
  await create('/assistance-register-exports', { id, purpose });
  return services.api.bytes(inCommunity(`/assistance-register.xlsx?export_id=${id}`));
}
