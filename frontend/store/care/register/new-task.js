import { create } from '../../office/call.js';
import { momentThere } from './direct.js';

/** When help comes, by the part of the day. */
const HOURS = { morning: ['08:00', '12:00'], afternoon: ['12:00', '18:00'], evening: ['18:00', '21:00'] };

/**
 * @typedef {object} NewTask
 * @property {string} id
 * @property {string} household_id
 * @property {import('../../../types/model.js').NeedKind} kind
 * @property {string} title
 * @property {string} instruction for the helper alone
 * @property {string} day `2026-03-08`
 * @property {import('../../../types/model.js').Part} part
 * @property {string | null} assignee_id null: whoever takes it
 */

/** A task made by hand, for one part of one day of the community. @param {NewTask} task */
export function makeTask({ day, part, ...task }) {
  const [from, until] = HOURS[part];
  return create('/care-tasks', { ...task, due_from: momentThere(`${day}T${from}`), due_until: momentThere(`${day}T${until}`) });
}
