import { addDays } from '../../../lib/calendar.js';
import { create } from '../../office/call.js';
import { services } from '../../services.js';
import { today } from '../../sync/outbox.js';
import { momentThere } from './direct.js';

/** @typedef {import('../../../types/model.js').Part} Part */

/** @type {Part[]} */
export const PARTS = ['morning', 'afternoon', 'evening'];

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
 * @property {Part} part
 * @property {string | null} assignee_id null: whoever takes it
 */

/** Whether nobody can come then any more. @param {string} day @param {Part} part */
export const isOver = (day, part) => Date.parse(momentThere(`${day}T${HOURS[part][1]}`)) <= services.clock.now();

/** The next time that somebody can come. @returns {{ day: string, part: Part }} */
export function soonest() {
  const part = PARTS.find((each) => !isOver(today.peek(), each));
  return part ? { day: today.peek(), part } : { day: addDays(today.peek(), 1), part: 'morning' };
}

/** A task made by hand, for one part of one day of the community. @param {NewTask} task */
export function makeTask({ day, part, ...task }) {
  const [from, until] = HOURS[part];
  return create('/care-tasks', { ...task, due_from: momentThere(`${day}T${from}`), due_until: momentThere(`${day}T${until}`) });
}
