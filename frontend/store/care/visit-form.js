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
 * @property {string} next_at
 * @property {DoorVisit['next_part']} next_part
 * @property {boolean} leave_alone
 */

/** @returns {VisitForm} */
export const emptyVisit = () => ({
  outcome: null, stance: null, explained: [], grievances: [], difficulty_note: '', help_suggested: [],
  next_at: '', next_part: null, leave_alone: false,
});

/** @param {DoorVisit} sent @returns {VisitForm} */
export const visitFormOf = (sent) => ({
  ...emptyVisit(), ...sent, difficulty_note: sent.difficulty_note ?? '', next_at: sent.next_at ?? '',
});

/** Somebody opened and the visit has more to tell than that. @param {VisitForm} form */
export const hasTalked = (form) => form.outcome === 'talked';

/** The door is knocked again. @param {VisitForm} form */
export const comesBack = (form) => form.outcome === 'nobody_home' || form.outcome === 'ask_again';

/** @param {VisitForm} form @returns {Record<string, string>} */
export const outcomeErrors = (form) => (form.outcome ? {} : { outcome: t('visit.error.outcome') });

/** @param {VisitForm} form @returns {Record<string, string>} */
export function grievanceErrors(form) {
  const blank = form.grievances.find(({ words }) => !words.trim());
  return blank ? { [`words-${blank.id}`]: t('visit.error.words') } : {};
}

/**
 * @param {VisitForm} form
 * @param {Pick<DoorVisit, 'canvass_id' | 'household_id' | 'happened_at' | 'attachments'>} around
 * @returns {DoorVisit} answers that no longer apply are left out
 */
export function visitPayload(form, around) {
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
    next_at: again ? form.next_at || null : null,
    next_part: again ? form.next_part : null,
    leave_alone: form.leave_alone,
  };
}
