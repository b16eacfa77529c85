import { dateIn, timeIn } from '../../../lib/calendar.js';
import { inCommunity } from '../../identity/session.js';
import { act, create, looked, readAll } from '../../office/call.js';
import { services } from '../../services.js';
import { timeZone } from '../../sync/outbox.js';

/**
 * Care tasks as those who direct them see them, and the lifts that stand still.
 * @typedef {{ id: string, kind: import('../../../types/model.js').NeedKind, title: string, urgency: string, building_code: string | null, floor: number | null, door: string | null,
 *   due_from: string, due_until: string, status: string, assignee_id: string | null, attempts: number }} Task
 * @typedef {{ id: string, building_id: string, building_code: string, stairwell_code: string | null, stopped_from: string, stopped_until: string | null, reason: string, version: number }} Stoppage
 */

/** Late ones are two states: late, and late enough to have gone to somebody else. @type {Record<string, string[]>} */
const GROUPS = { late: ['escalated', 'overdue'], waiting: ['offered'], taken: ['assigned', 'accepted'] };

export const tasks = looked(async (group) => /** @type {Task[]} */ ((await Promise.all((GROUPS[group] ?? []).map((status) => readAll(`/care-tasks?status=${status}`)))).flat()));
export const stoppages = looked(async () => /** @type {Stoppage[]} */ ((await readAll('/lift-stoppages')).reverse()));

/** @param {string} group @param {string} task @param {string} account @param {string} key */
export async function giveTask(group, task, account, key) {
  await act(`/care-tasks/${task}/assignment`, key, { account_id: account });
  await tasks.load(group);
}

/** @param {string} group @param {string} task @param {string} reason @param {string} key */
export async function takeOff(group, task, reason, key) {
  await act(`/care-tasks/${task}/cancellation`, key, { reason });
  await tasks.load(group);
}

/** @param {{ id: string, project_id: string, building_id: string, stairwell_id: string | null, stopped_from: string, stopped_until: string | null, reason: string }} body */
export async function stopLift(body) {
  const made = await create('/lift-stoppages', body);
  await stoppages.load();
  return made;
}

/** The lift runs again from now on. @param {Stoppage} one */
export async function liftRuns({ id, version }) {
  await services.api.request('PATCH', inCommunity(`/lift-stoppages/${id}`), { body: { stopped_until: services.clock.iso() }, ifMatch: `"${version}"` });
  await stoppages.load();
}

/**
 * @param {string} local `2026-03-08T08:00`, a time in the community
 * @returns {string} the same moment, RFC 3339 UTC
 */
export function momentThere(local) {
  const guess = Date.parse(`${local}:00Z`);
  const shown = Date.parse(`${dateIn(guess, timeZone.peek())}T${timeIn(guess, timeZone.peek())}:00Z`);
  return new Date(guess - (shown - guess)).toISOString();
}
