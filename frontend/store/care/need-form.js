import { t } from '../../lib/i18n.js';
import { addDays } from '../../lib/calendar.js';

/**
 * @typedef {import('../../types/model.js').AssistanceNeed} AssistanceNeed
 *
 * @typedef {object} NeedForm
 * @property {string} person_name
 * @property {boolean} under_14
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
 * @property {{ id: string, given_at: string, kind: string } | null} given the consent as it was first recorded, while it still covers this
 * @property {string | null} same the need at this door that the server says is the same
 * @property {'replaces' | 'beside' | null} relation of this one to it
 */

/** The wording that is read to the person; a changed wording is a new version and a new text. */
export const WORDING_VERSION = '2026-1';

/** Unless somebody looks at it again by then, help must not go on by habit. */
const REVIEW_AFTER_DAYS = 90;

/** @param {string} today @returns {NeedForm} */
export const emptyNeed = (today) => ({
  person_name: '', under_14: false, kind: null, urgency: 'normal', instruction: '', contact_name: '', contact_phone: '',
  starts_on: today, review_on: addDays(today, REVIEW_AFTER_DAYS), weekdays: [], part: 'morning',
  ground: null, given_by: 'self', guardian_name: '', given_how: 'spoken_at_door', said_yes: false, reason: '',
  given: null, same: null, relation: null,
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

/** A child under fourteen cannot consent alone (PIPL 31). @param {NeedForm} form @returns {Record<string, string>} */
export function giverErrors({ under_14, given_by, guardian_name }) {
  if (under_14 && given_by === 'self') return { given_by: t('need.error.under_14') };
  return given_by === 'guardian' && !guardian_name.trim() ? { guardian_name: t('need.error.guardian') } : {};
}

/** @param {NeedForm} form @returns {Record<string, string>} */
export const relationErrors = ({ relation }) => (relation ? {} : { relation: t('need.error.relation') });

/** @param {NeedForm} form @returns {Record<string, string>} */
export const wordsErrors = (form) => (form.said_yes ? {} : { said_yes: t('need.error.consent') });

/**
 * The photo of the page that was signed, where one was.
 * @param {NeedForm} form @param {import('../../lib/outbox/item.js').Item} item
 */
export const pageOf = ({ ground, given_how }, { attachments }) => (ground === 'consent' && given_how === 'signed' ? attachments.slice(-1) : []);

/**
 * To this one kind of help, in the words that were read.
 * @param {NeedForm} form
 * @param {{ given_at: string, attachment: import('../../types/model.js').Slot | null }} around
 */
export const consentOf = (form, { given_at, attachment }) => ({
  given_at, given_how: form.given_how, scope: [form.kind ?? /** @type {const} */ ('other')], wording_version: WORDING_VERSION,
  given_by: form.given_by, guardian_name: form.given_by === 'guardian' ? form.guardian_name.trim() : null, attachment,
});

/**
 * @param {NeedForm} form
 * @param {{ household_id: string, consent_id: string, given_at: string, attachment: import('../../types/model.js').Slot | null }} around
 * @returns {AssistanceNeed}
 */
export function needPayload(form, { household_id, consent_id, given_at, attachment }) {
  const kind = form.kind ?? 'other';
  const emergency = form.ground === 'emergency' ? { reason: form.reason.trim() } : null;
  // What was agreed to at the door stays agreed to, unless it was another kind of help.
  const given = form.given?.kind === kind ? { id: form.given.id, given_at: form.given.given_at } : { id: consent_id, given_at };
  const consent = { ...consentOf(form, { given_at, attachment }), ...given };
  return {
    household_id,
    person_name: form.person_name.trim(),
    under_14: form.under_14,
    kind,
    urgency: form.urgency,
    instruction: form.instruction.trim(),
    contact_name: form.contact_name.trim() || null,
    contact_phone: form.contact_phone.trim() || null,
    starts_on: form.starts_on,
    review_on: form.review_on,
    ends_on: null,
    recurrence: form.weekdays.length ? { weekdays: form.weekdays, part: form.part } : null,
    consent: emergency ? null : consent,
    emergency,
    replaces: form.relation === 'replaces' ? form.same : null,
    beside: form.relation === 'beside' ? form.same : null,
  };
}
