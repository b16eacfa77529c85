import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { answerNeed } from '../../store/care/needs.js';
import { datesErrors, instructionErrors, kindErrors, personErrors, relationErrors } from '../../store/care/need-form.js';
import { choose, chooseSeveral, tickBox } from '../../ui/choices.js';
import { textArea, textField } from '../../ui/field.js';
import { consentQuestions } from './consent-questions.js';
import { NEEDS } from './visit-questions.js';

/** @typedef {import('../../store/sync/draft.js').Draft<import('../../store/care/need-form.js').NeedForm>} Draft */

const WEEKDAYS = /** @type {const} */ (['1', '2', '3', '4', '5', '6', '7']);
/** @type {import('../../types/model.js').Urgency[]} */
const URGENCIES = ['urgent', 'normal', 'low'];
/** @type {import('../../types/model.js').Part[]} */
const PARTS = ['morning', 'afternoon', 'evening'];

/** What help, for whom, when, and on what ground; never why. @param {Draft} draft @returns {import('../../ui/questions.js').Question[]} */
export const needQuestions = (draft) => [
  { id: 'kind', body: () => kind(draft), errors: () => kindErrors(draft.form) },
  { id: 'urgency', body: () => urgency(draft) },
  { id: 'person', body: () => person(draft), errors: () => personErrors(draft.form) },
  { id: 'contact', body: () => contact(draft) },
  { id: 'instruction', body: () => instruction(draft), errors: () => instructionErrors(draft.form) },
  { id: 'often', body: () => often(draft) },
  { id: 'dates', body: () => dates(draft), errors: () => datesErrors(draft.form) },
  ...consentQuestions(draft),
];

/** What a refused need is asked: only what the server wants to know, where that is known. @param {Draft} draft */
export const correctionQuestions = (draft) => (draft.form.same
  ? [{ id: 'relation', body: () => relation(draft), errors: () => relationErrors(draft.form) }]
  : needQuestions(draft));

/** The door has this help already: does this take over, or is it somebody else's? @param {Draft} draft */
const relation = ({ form, errors }) => choose({
  id: 'relation', legend: t('need.relation'), error: errors.relation, value: form.relation,
  options: [
    { value: 'replaces', label: t('need.relation.replaces'), more: t('need.relation.replaces_more') },
    { value: 'beside', label: t('need.relation.beside'), more: t('need.relation.beside_more') },
  ],
  onChange: (value) => answerNeed({ relation: value }),
});

/** @param {Draft} draft */
const kind = ({ form, errors }) => choose({
  id: 'kind', legend: t('need.kind'), error: errors.kind, value: form.kind,
  options: NEEDS.map((value) => ({ value, label: t(`need.${value}`) })), onChange: (value) => answerNeed({ kind: value }),
});

/** @param {Draft} draft */
const urgency = ({ form }) => choose({
  id: 'urgency', legend: t('need.urgency'), across: true, value: form.urgency,
  options: URGENCIES.map((value) => ({ value, label: t(`urgency.${value}`) })), onChange: (value) => answerNeed({ urgency: value }),
});

/** @param {Draft} draft */
const person = ({ form, errors }) => html`<div class="stack">
  ${textField({ id: 'person_name', label: t('need.person'), hint: t('need.person_hint'), value: form.person_name, error: errors.person_name,
    onInput: (person_name) => answerNeed({ person_name }) })}
  ${tickBox({ id: 'under_14', label: t('need.under_14'), checked: form.under_14, onChange: (under_14) => answerNeed({ under_14 }) })}
</div>`;

/** @param {Draft} draft */
const contact = ({ form }) => html`<div class="stack">
  ${textField({ id: 'contact_name', label: t('need.contact'), hint: t('need.optional'), value: form.contact_name,
    onInput: (contact_name) => answerNeed({ contact_name }) })}
  ${textField({ id: 'contact_phone', label: t('need.phone'), hint: t('need.optional'), type: 'tel', inputmode: 'tel', value: form.contact_phone,
    onInput: (contact_phone) => answerNeed({ contact_phone }) })}
</div>`;

/** @param {Draft} draft */
const instruction = ({ form, errors }) => textArea({
  id: 'instruction', label: t('need.instruction'), hint: t('need.instruction_hint'), value: form.instruction, error: errors.instruction,
  onInput: (value) => answerNeed({ instruction: value }),
});

/** @param {Draft} draft */
const often = ({ form }) => html`<div class="stack-wide">
  ${chooseSeveral({ id: 'weekdays', legend: t('need.weekdays'), hint: t('need.weekdays_hint'), across: true, values: form.weekdays.map(String),
    options: WEEKDAYS.map((value) => ({ value, label: t(`weekday.${value}`) })),
    onChange: (values) => answerNeed({ weekdays: values.map(Number).sort() }) })}
  ${form.weekdays.length ? choose({ id: 'part', legend: t('need.part'), across: true, value: form.part,
    options: PARTS.map((value) => ({ value, label: t(`part.${value}`) })), onChange: (part) => answerNeed({ part }) }) : null}
</div>`;

/** @param {Draft} draft */
const dates = ({ form, errors }) => html`<div class="stack">
  <div class="pair">
    ${textField({ id: 'starts_on', label: t('need.starts'), type: 'date', value: form.starts_on, onInput: (starts_on) => answerNeed({ starts_on }) })}
    ${textField({ id: 'review_on', label: t('need.review'), type: 'date', min: form.starts_on, value: form.review_on, error: errors.review_on,
      onInput: (review_on) => answerNeed({ review_on }) })}
  </div>
  <p class="soft">${t('need.review_hint')}</p>
</div>`;
