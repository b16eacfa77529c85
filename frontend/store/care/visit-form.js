import { dateIn, momentOf } from '../../lib/calendar.js';
import { t } from '../../lib/i18n.js';

/**
 * A door visit as it is filled in, and what of it is sent.
 * @typedef {import('../../types/model.js').DoorVisit} DoorVisit
 * @typedef {import('../../types/model.js').Grievance} Grievance
 *
 * @typedef {object} VisitForm
 * @property {DoorVisit['outcome'] | null} outcome
 * @property {DoorVisit['stance']} stance
 * @property {string[]} explained
 * @property {Grievance[]} grievances
 * @property {string} difficulty_note
 * @property {DoorVisit['help_suggested']} help_suggested
 * @property {string} next_day `2026-03-08`; empty when nothing was said
 * @property {DoorVisit['next_part']} next_part
 * @property {boolean} leave_alone
 */

/** @returns {VisitForm} */
export const emptyVisit = () => ({
  outcome: null, stance: null, explained: [], grievances: [], difficulty_note: '', help_suggested: [],
  next_day: '', next_part: null, leave_alone: false,
});

/** @param {DoorVisit} sent @param {string} timeZone @returns {VisitForm} */
export const visitFormOf = (sent, timeZone) => ({
  outcome: sent.outcome, stance: sent.stance, explained: sent.explained, grievances: sent.grievances,
  difficulty_note: sent.difficulty_note ?? '', help_suggested: sent.help_suggested,
  next_day: sent.next_at ? dateIn(Date.parse(sent.next_at), timeZone) : '', next_part: sent.next_part, leave_alone: sent.leave_alone,
});

/** Somebody opened and the visit has more to tell than that. @param {VisitForm} form */
export const hasTalked = (form) => form.outcome === 'talked';

/** The door is knocked again. @param {VisitForm} form */
export const comesBack = (form) => form.outcome === 'nobody_home' || form.outcome === 'ask_again';

/**
 * @param {VisitForm} form
 * @param {{ now: number, timeZone: string }} here
 * @returns {Record<string, string>}
 */
export function outcomeErrors(form, { now, timeZone }) {
  if (!form.outcome) return { outcome: t('visit.error.outcome') };
  const past = comesBack(form) && form.next_day && Date.parse(momentOf(form.next_day, form.next_part, timeZone)) <= now;
  return past ? { next_part: t('visit.error.past') } : {};
}

/** @param {VisitForm} form @returns {Record<string, string>} */
export function grievanceErrors(form) {
  const blank = form.grievances.find(({ words }) => !words.trim());
  return blank ? { [`words-${blank.id}`]: t('visit.error.words') } : {};
}

/**
 * @param {VisitForm} form
 * @param {Pick<DoorVisit, 'canvass_id' | 'household_id' | 'happened_at' | 'attachments'>} around
 * @param {string} timeZone of the community: "tomorrow evening" is its evening
 * @returns {DoorVisit} answers that no longer apply are left out
 */
export function visitPayload(form, around, timeZone) {
  const talked = hasTalked(form);
  const again = comesBack(form) && !form.leave_alone;
  return {
    ...around,
    outcome: form.outcome ?? 'nobody_home',
    stance: talked ? form.stance : null,
    explained: talked ? form.explained : [],
    grievances: talked ? form.grievances.map((one) => ({ ...one, words: one.words.trim() })) : [],
    difficulty_note: talked ? form.difficulty_note.trim() || null : null,
    help_suggested: talked ? form.help_suggested : [],
    next_at: again && form.next_day ? momentOf(form.next_day, form.next_part, timeZone) : null,
    next_part: again ? form.next_part : null,
    leave_alone: form.leave_alone,
  };
}
