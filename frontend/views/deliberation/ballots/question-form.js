import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { button } from '../../../ui/button.js';
import { choose } from '../../../ui/choices.js';
import { selectField, textArea, textField } from '../../../ui/field.js';
import { notice } from '../../../ui/notice.js';
import { missingWords } from './words.js';
import { emptyOption, filled, form, MATTERS } from './round-values.js';

/**
 * One question of a round: what is asked, what it takes, what it settles.
 * @typedef {import('./round-values.js').QuestionValue} QuestionValue
 */

/** @param {number} at @param {Partial<QuestionValue>} change */
const change = (at, change) => form.answer({ questions: form.state.peek().values.questions.map((one, place) => (place === at ? { ...one, ...change } : one)) });

/** @param {number} at @returns {Record<string, string>} */
export function questionErrors(at) {
  const { questions, mode } = form.state.peek().values;
  const one = questions[at];
  /** @type {Record<string, string>} */
  const wrong = {};
  if (!one?.words.trim()) wrong[`words-${at}`] = t('ballots.error.words');
  if (mode !== 'survey' && !one?.matter) wrong[`matter-${at}`] = t('ballots.error.matter');
  if (one?.kind === 'choice' && filled(one.options).length < 2) wrong[`option-${at}-0`] = t('ballots.error.options');
  return wrong;
}

/** @param {QuestionValue} one @param {number} at @param {import('../../../store/deliberation/ballots/desk.js').Subject[]} subjects */
export function questionFields(one, at, subjects) {
  const { errors, values } = form.state.value;
  return html`<div class="stack"><h2>${t('ballots.form.question', { n: at + 1 })}</h2>
    ${textArea({ id: `words-${at}`, label: t('ballots.form.words'), hint: t('ballots.form.words_hint'), rows: 2, maxlength: 500, value: one.words, error: errors[`words-${at}`], onInput: (words) => change(at, { words }) })}
    ${choose({ id: `kind-${at}`, legend: t('ballots.form.kind'), across: true, value: one.kind, options: [{ value: 'yes_no', label: t('ballots.form.yes_no') }, { value: 'choice', label: t('ballots.form.choice') }], onChange: (kind) => change(at, { kind }) })}
    ${one.kind === 'choice' ? optionFields(one, at, errors) : null}
    ${values.mode === 'survey' ? null : ruleFields(one, at, errors, subjects)}
    ${textArea({ id: `explanation-${at}`, label: t('ballots.form.explanation'), rows: 2, value: one.explanation, onInput: (explanation) => change(at, { explanation }) })}</div>`;
}

/** @param {QuestionValue} one @param {number} at @param {Record<string, string>} errors */
const optionFields = (one, at, errors) => html`<div class="stack">${one.options.map((option, place) => {
  const set = (/** @type {Partial<typeof option>} */ part) => change(at, { options: one.options.map((other, n) => (n === place ? { ...other, ...part } : other)) });
  return html`<div class="pair" key=${place}>${textField({ id: `option-${at}-${place}`, label: t('ballots.form.option', { n: place + 1 }), value: option.title, maxlength: 100, error: errors[`option-${at}-${place}`], onInput: (title) => set({ title }) })}
    ${textField({ id: `option-more-${at}-${place}`, label: t('ballots.form.option_more'), value: option.explanation, onInput: (explanation) => set({ explanation }) })}</div>`;
})}${button({ label: t('ballots.form.add_option'), icon: 'plus', onClick: () => change(at, { options: [...one.options, emptyOption()] }) })}</div>`;

/** @param {QuestionValue} one @param {number} at @param {Record<string, string>} errors @param {import('../../../store/deliberation/ballots/desk.js').Subject[]} subjects */
const ruleFields = (one, at, errors, subjects) => html`
  ${selectField({ id: `matter-${at}`, label: t('ballots.form.matter'), hint: t('ballots.form.matter_hint'), value: one.matter, error: errors[`matter-${at}`],
    options: [{ value: '', label: t('ballots.choose') }, ...MATTERS.filter((matter) => matter !== 'opinion').map((matter) => ({ value: matter, label: t(`ballots.matter.${matter}`) }))],
    onInput: (matter) => change(at, { matter: /** @type {QuestionValue['matter']} */ (matter) }) })}
  ${selectField({ id: `preset-${at}`, label: t('ballots.form.preset'), value: one.preset,
    options: [{ value: '', label: t('ballots.form.preset_suggested') }, { value: 'ordinary', label: t('ballots.form.preset_ordinary') }, { value: 'special', label: t('ballots.form.preset_special') }],
    onInput: (preset) => change(at, { preset: /** @type {QuestionValue['preset']} */ (preset) }) })}
  ${subjects.length ? selectField({ id: `subject-${at}`, label: t('ballots.form.subject'), value: one.subject,
    options: [{ value: '', label: t('ballots.form.no_subject') }, ...subjects.filter(offeredTo(one)).map(({ value, kind, label, options }) => ({ value, label: t(`ballots.form.subject_of.${options && kind === 'scheme' ? 'schemes' : kind}`, { title: label }) }))],
    onInput: (subject) => change(at, { subject, ...optionsOf(subjects.find(({ value }) => value === subject)) }) }) : null}
  ${stillMissing(subjects.find(({ value }) => value === one.subject), at)}`;

/** What was settled since stays in sight where it was chosen, and is not offered elsewhere. @param {QuestionValue} one @returns {(subject: import('../../../store/deliberation/ballots/desk.js').Subject) => boolean} */
const offeredTo = (one) => ({ value, missing }) => missing !== 'plan_settled' || value === one.subject;

/** What may be drafted and not yet noticed, or was settled since. @param {import('../../../store/deliberation/ballots/desk.js').Subject | undefined} subject @param {number} at */
const stillMissing = (subject, at) => (subject?.missing ? notice({ ...(subject.missing === 'plan_settled' ? { kind: 'warn', title: t('ballots.form.settled') } : { title: t('ballots.form.still_missing') }), body: missingWords({ what: subject.missing, question: at + 1 }) }) : null);

/** What is chosen among brings its options along; one scheme is asked about with yes or no. @param {import('../../../store/deliberation/ballots/desk.js').Subject | undefined} subject @returns {Partial<QuestionValue>} */
function optionsOf(subject) {
  if (subject?.options) return { kind: 'choice', options: subject.options.map((one) => ({ ...one, explanation: '' })) };
  return subject?.kind === 'scheme' ? { kind: 'yes_no' } : {};
}
