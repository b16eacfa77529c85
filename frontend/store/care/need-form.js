import { t } from '../../lib/i18n.js';
import { addDays } from '../../lib/calendar.js';

/**
 * @typedef {import('../../types/model.js').AssistanceNeed} AssistanceNeed
 *
 * @typedef {object} NeedForm
 * @property {string} person_name
 * @property {AssistanceNeed['kind'] | null} kind
 * @property {AssistanceNeed['urgency']} urgency
 * @property {string} instruction
 * @property {string} contact_name
 * @property {string} contact_phone
 * @property {string} starts_on
 * @property {string} review_on
 * @property {number[]} weekdays none: once
 * @property {import('../../types/model.js').Part} part
 * @property {'consent' | 'emergency' | null} ground
 * @property {'self' | 'guardian'} given_by
 * @property {string} guardian_name
 * @property {'spoken_at_door' | 'signed' | 'own_phone'} given_how
 * @property {boolean} said_yes
 * @property {string} reason of the emergency
 */

/** The wording that is read to the person; a changed wording is a new version and a new text. */
export const WORDING_VERSION = '2026-1';

/** Unless somebody looks at it again by then, help must not go on by habit. */
const REVIEW_AFTER_DAYS = 90;

/** @param {string} today @returns {NeedForm} */
export const emptyNeed = (today) => ({
  person_name: '', kind: null, urgency: 'normal', instruction: '', contact_name: '', contact_phone: '',
  starts_on: today, review_on: addDays(today, REVIEW_AFTER_DAYS), weekdays: [], part: 'morning',
  ground: null, given_by: 'self', guardian_name: '', given_how: 'spoken_at_door', said_yes: false, reason: '',
});

/** @param {NeedForm} form @returns {Record<string, string>} */
export const personErrors = (form) => (form.person_name.trim() ? {} : { person_name: t('need.error.person') });

/** @param {NeedForm} form @returns {Record<string, string>} */
export const kindErrors = (form) => (form.kind ? {} : { kind: t('need.error.kind') });

/** @param {NeedForm} form @returns {Record<string, string>} */
export const instructionErrors = (form) => (form.instruction.trim() ? {} : { instruction: t('need.error.instruction') });

/** @param {NeedForm} form @returns {Record<string, string>} */
export const datesErrors = (form) =>
  (form.review_on > form.starts_on ? {} : { review_on: t('need.error.review') });

/** @param {NeedForm} form @returns {Record<string, string>} */
export function groundErrors(form) {
  if (form.ground === 'emergency' && !form.reason.trim()) return { reason: t('need.error.reason') };
  return form.ground ? {} : { ground: t('need.error.ground') };
}

/** @param {NeedForm} form @returns {Record<string, string>} */
export const giverErrors = (form) =>
  (form.given_by === 'guardian' && !form.guardian_name.trim() ? { guardian_name: t('need.error.guardian') } : {});

/** @param {NeedForm} form @returns {Record<string, string>} */
export const wordsErrors = (form) => (form.said_yes ? {} : { said_yes: t('need.error.consent') });

/**
 * @param {NeedForm} form
 * @param {{ household_id: string, consent_id: string, given_at: string, attachment: import('../../types/model.js').Slot | null }} around
 * @returns {AssistanceNeed}
 */
export function needPayload(form, { household_id, consent_id, given_at, attachment }) {
  const kind = form.kind ?? 'other';
  const consent = {
    id: consent_id, given_how: form.given_how, scope: [kind], wording_version: WORDING_VERSION, given_at,
    given_by: form.given_by, guardian_name: form.given_by === 'guardian' ? form.guardian_name.trim() : null, attachment,
  };
  return {
    household_id,
    person_name: form.person_name.trim(),
    kind,
    urgency: form.urgency,
    instruction: form.instruction.trim(),
    contact_name: form.contact_name.trim() || null,
    contact_phone: form.contact_phone.trim() || null,
    starts_on: form.starts_on,
    review_on: form.review_on,
    ends_on: null,
    recurrence: form.weekdays.length ? { weekdays: form.weekdays, part: form.part } : null,
    ...(form.ground === 'emergency' ? { emergency: { reason: form.reason.trim() } } : { consent }),
  };
}
