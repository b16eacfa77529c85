import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { addFile, answerVisit, firstErrors, removeFile } from '../../store/care/visit.js';
import { comesBack, grievanceErrors, hasTalked } from '../../store/care/visit-form.js';
import { handbook } from '../../store/community/handbook.js';
import { choose, chooseSeveral, tickBox } from '../../ui/choices.js';
import { textArea } from '../../ui/field.js';
import { evidence } from './evidence.js';
import { grievanceFields } from './grievance-fields.js';
import { nextTime } from './next-time.js';

/**
 * @typedef {import('../../store/care/visit-form.js').VisitForm} VisitForm
 * @typedef {import('../../store/sync/draft.js').Draft<VisitForm>} Draft
 */

/** @type {('talked' | 'nobody_home' | 'ask_again' | 'refused' | 'moved')[]} */
const OUTCOMES = ['talked', 'nobody_home', 'ask_again', 'refused', 'moved'];
/** @type {('support' | 'undecided' | 'oppose')[]} */
const STANCES = ['support', 'undecided', 'oppose'];
/** @type {import('../../types/model.js').NeedKind[]} */
export const NEEDS = ['stair_support', 'shopping', 'medicine_pickup', 'home_visit', 'escort', 'other'];

/**
 * The questions that apply to what has been answered so far. Nobody home is one question and done.
 * @param {Draft} draft
 * @param {{ explains: string[] } | null} canvass
 * @returns {import('../../ui/questions.js').Question[]}
 */
export function visitQuestions(draft, canvass) {
  const { form } = draft;
  const first = { id: 'outcome', body: () => outcome(draft), errors: () => firstErrors(form) };
  if (!hasTalked(form)) return [first];
  return [
    first,
    { id: 'stance', body: () => stance(form) },
    ...(canvass?.explains.length ? [{ id: 'explained', body: () => explained(form, canvass.explains) }] : []),
    { id: 'grievances', body: () => grievanceFields(form, draft.errors), errors: () => grievanceErrors(form) },
    { id: 'help', body: () => help(form) },
    { id: 'evidence', body: () => evidence(draft, { addFile, removeFile }) },
  ];
}

/** @param {Draft} draft */
const outcome = ({ form, errors }) => html`<div class="stack">
  ${choose({ id: 'outcome', legend: t('visit.outcome'), error: errors.outcome, value: form.outcome,
    options: OUTCOMES.map((value) => ({ value, label: t(`visit.outcome.${value}`), more: t(`visit.outcome.${value}_more`) })),
    onChange: (value) => answerVisit({ outcome: value }) })}
  ${comesBack(form) ? nextTime(form, errors) : null}
  ${form.outcome === 'refused' ? tickBox({ id: 'leave_alone', label: t('visit.leave_alone'), more: t('visit.leave_alone_more'),
    checked: form.leave_alone, onChange: (leave_alone) => answerVisit({ leave_alone }) }) : null}
</div>`;

/** @param {VisitForm} form */
const stance = (form) => choose({
  id: 'stance', legend: t('visit.stance'), hint: t('visit.stance_hint'), value: form.stance,
  options: STANCES.map((value) => ({ value, label: t(`stance.${value}`) })), onChange: (value) => answerVisit({ stance: value }),
});

/** @param {VisitForm} form @param {string[]} ids */
const explained = (form, ids) => chooseSeveral({
  id: 'explained', legend: t('visit.explained'), values: form.explained,
  options: ids.map((id) => ({ value: id, label: handbook.reading.value.value?.find((one) => one.id === id)?.title ?? t('handbook.one') })),
  onChange: (values) => answerVisit({ explained: values }),
});

/** @param {VisitForm} form */
const help = (form) => html`<div class="stack">
  ${chooseSeveral({ id: 'help_suggested', legend: t('visit.help'), hint: t('visit.help_hint'), values: form.help_suggested,
    options: NEEDS.map((value) => ({ value, label: t(`need.${value}`) })), onChange: (values) => answerVisit({ help_suggested: values }) })}
  ${form.help_suggested.length ? textArea({ id: 'difficulty_note', label: t('visit.difficulty'), hint: t('visit.difficulty_hint'),
    value: form.difficulty_note, rows: 3, onInput: (difficulty_note) => answerVisit({ difficulty_note }) }) : null}
</div>`;
