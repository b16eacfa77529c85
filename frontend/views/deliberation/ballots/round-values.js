import { addDays } from '../../../lib/calendar.js';
import { newId } from '../../../store/office/call.js';
import { createForm } from '../../office/form.js';

/**
 * A round as it is being made; pure but for the form that holds it.
 * @typedef {import('../../../store/deliberation/ballots/desk.js').RoundDraft} RoundDraft
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round
 * @typedef {import('../../../store/deliberation/ballots/desk.js').Subject} Subject
 * @typedef {import('../../../store/deliberation/ballots/desk.js').Procedure} Procedure
 * @typedef {RoundDraft['mode']} Mode
 * @typedef {RoundDraft['questions'][number]['matter']} Matter
 * @typedef {{ key: string, title: string, explanation: string, subject_id: string | null }} OptionValue
 * @typedef {{ id: string, kind: 'yes_no' | 'choice', words: string, explanation: string, matter: Matter | '', preset: '' | 'ordinary' | 'special' | 'survey', options: OptionValue[], subject: string }} QuestionValue
 */

/** @type {Matter[]} */
export const MATTERS = ['lift_from_fund', 'use_of_fund', 'owners_pay_extra', 'raising_fund', 'brand_choice', 'use_of_common_revenue', 'lift_advertising', 'business_on_common_parts', 'rebuilding', 'covenant', 'assembly_rules', 'committee', 'manager', 'other_major', 'opinion'];

/** @returns {OptionValue} */
export const emptyOption = () => ({ key: '', title: '', explanation: '', subject_id: null });

/** @returns {QuestionValue} */
export const emptyQuestion = () => ({ id: newId(), kind: 'yes_no', words: '', explanation: '', matter: '', preset: '', options: [emptyOption(), emptyOption()], subject: '' });

export const form = createForm(() => ({
  mode: /** @type {Mode | ''} */ (''), title: '', background: '', buildings: /** @type {string[]} */ ([]), stairwells: /** @type {string[]} */ ([]),
  questions: /** @type {QuestionValue[]} */ ([]), opens_on: '', closes_on: '', follow_majority: '', run_off_of: '', project_id: '',
}));

/** @typedef {ReturnType<typeof form.state.peek>['values']} Values */

/** So long a round lasts when nobody says otherwise. */
const TEN_DAYS = 10;

/** The earliest days that the city's procedure allows, proposed. @param {Procedure | undefined} procedure */
export const proposedDays = (procedure) => (procedure ? { opens_on: procedure.earliest_opening, closes_on: addDays(procedure.earliest_opening, Math.min(Math.max(TEN_DAYS, procedure.window_min_days), procedure.window_max_days) - 1) } : { opens_on: '', closes_on: '' });

/** The procedure for a way of holding a round; until one is chosen, that of a vote which decides. @param {Procedure[]} procedures @param {Mode | ''} mode */
export const procedureOf = (procedures, mode) => procedures.find((each) => each.mode === (mode || 'paper_ledger'));

/** Another way has other days, unless somebody chose their own. @param {Procedure[]} procedures @param {Mode} mode @param {Values} values */
export function withMode(procedures, mode, { opens_on, closes_on }) {
  const proposed = procedures.some((each) => proposedDays(each).opens_on === opens_on && proposedDays(each).closes_on === closes_on);
  return { mode, ...(proposed || !opens_on ? proposedDays(procedureOf(procedures, mode)) : {}) };
}

/** @param {Round} old @returns {Partial<Values>} */
export const valuesOf = (old) => ({
  mode: old.mode, title: old.title, background: old.background, buildings: old.scope.building_ids, stairwells: old.scope.stairwell_ids,
  opens_on: old.opens_on, closes_on: old.closes_on, follow_majority: old.follow_majority ?? '', run_off_of: old.run_off_of ?? '', project_id: old.project_id ?? '',
  questions: old.questions.map((one) => ({
    id: one.id, kind: one.kind, words: one.words, explanation: one.explanation ?? '', matter: /** @type {Matter} */ (one.matter), preset: one.preset,
    options: one.options.length ? one.options.map(({ key, title, explanation, subject_id }) => ({ key, title, explanation: explanation ?? '', subject_id })) : [emptyOption(), emptyOption()],
    subject: one.subject?.id ?? '',
  })),
});

/**
 * The two leading options of a choice that none won, asked again.
 * @param {Round} old @returns {Partial<Values>}
 */
export function runOffOf(old) {
  const again = new Map(old.outcomes.filter(({ run_off }) => run_off.length).map(({ question_id, run_off }) => [question_id, run_off]));
  const { questions = [], ...same } = valuesOf(old);
  return {
    ...same, run_off_of: old.id, opens_on: '', closes_on: '',
    questions: questions.filter(({ id }) => again.has(id)).map((one) => ({ ...one, id: newId(), options: one.options.filter(({ key }) => again.get(one.id)?.includes(key)) })),
  };
}

/** @param {Values} values @param {Subject[]} subjects @returns {RoundDraft} */
export const bodyOf = (values, subjects) => ({
  title: values.title.trim(), background: values.background.trim(), project_id: values.project_id || null, mode: values.mode || 'survey',
  scope: { building_ids: values.buildings, stairwell_ids: values.stairwells }, opens_on: values.opens_on, closes_on: values.closes_on,
  follow_majority: values.follow_majority.trim() || null, run_off_of: values.run_off_of || null,
  questions: values.questions.map((one) => questionOf(one, values.mode === 'survey', subjects)),
});

/** @param {QuestionValue} one @param {boolean} survey @param {Subject[]} subjects @returns {RoundDraft['questions'][number]} */
function questionOf(one, survey, subjects) {
  const subject = subjects.find(({ value }) => value === one.subject);
  return {
    id: one.id, kind: one.kind, words: one.words.trim(), explanation: one.explanation.trim() || null,
    matter: survey ? 'opinion' : one.matter || 'other_major', preset: survey || !one.preset || one.preset === 'survey' ? null : one.preset,
    options: one.kind === 'choice' ? filled(one.options).map(({ title, explanation, key, subject_id }, at) => ({ key: key || `option_${at + 1}`, title: title.trim(), explanation: explanation.trim() || null, subject_id: subject ? subject_id : null })) : [],
    subject: subject && !survey ? { kind: subject.kind, id: subject.value } : null,
  };
}

/** @param {OptionValue[]} options */
export const filled = (options) => options.filter(({ title }) => title.trim());
