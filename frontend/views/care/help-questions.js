import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { addFile, answerHelp, didErrors, helpErrors, minutesErrors, removeFile, wasDone } from '../../store/care/tasks.js';
import { choose, chooseSeveral, tickBox } from '../../ui/choices.js';
import { textArea, textField } from '../../ui/field.js';
import { evidence } from './evidence.js';
import { NEEDS } from './visit-questions.js';

/** @typedef {import('../../store/sync/draft.js').Draft<import('../../store/care/tasks.js').HelpForm>} Draft */

/** @type {import('../../types/model.js').HelpOutcome[]} */
const OUTCOMES = ['done', 'partly', 'nobody_home', 'not_needed', 'refused'];

/** Lengths people say; anything else is typed. */
const MINUTES = ['15', '30', '60', '90'];

/** @param {Draft} draft @returns {import('../../ui/questions.js').Question[]} */
export function helpQuestions(draft) {
  const { form } = draft;
  const first = { id: 'outcome', body: () => outcome(draft), errors: () => helpErrors(form) };
  const last = { id: 'more', body: () => more(draft) };
  return wasDone(form) ? [
    first,
    { id: 'did', body: () => did(draft), errors: () => didErrors(form) },
    { id: 'minutes', body: () => minutes(draft), errors: () => minutesErrors(form) },
    last,
  ] : [first, last];
}

/** @param {Draft} draft */
const outcome = ({ form, errors }) => choose({
  id: 'outcome', legend: t('help.outcome'), error: errors.outcome, value: form.outcome,
  options: OUTCOMES.map((value) => ({ value, label: t(`help.outcome.${value}`) })), onChange: (value) => answerHelp({ outcome: value }),
});

/** @param {Draft} draft */
const did = ({ form, errors }) => chooseSeveral({
  id: 'did', legend: t('help.did'), error: errors.did, values: form.did,
  options: NEEDS.map((value) => ({ value, label: t(`need.${value}`) })), onChange: (values) => answerHelp({ did: values }),
});

/** @param {Draft} draft */
const minutes = ({ form, errors }) => html`<div class="stack">
  ${choose({ id: 'minutes-choice', legend: t('help.minutes'), across: true, value: form.minutes,
    options: MINUTES.map((value) => ({ value, label: t('help.minutes_n', { n: Number(value) }) })), onChange: (value) => answerHelp({ minutes: value }) })}
  ${textField({ id: 'minutes', label: t('help.minutes_other'), value: form.minutes, inputmode: 'numeric', short: true, error: errors.minutes,
    onInput: (value) => answerHelp({ minutes: value.trim() }) })}
</div>`;

/** @param {Draft} draft */
const more = (draft) => html`<div class="stack">
  ${tickBox({ id: 'follow_up', label: t('help.follow_up'), more: t('help.follow_up_more'), checked: draft.form.follow_up, onChange: (follow_up) => answerHelp({ follow_up }) })}
  ${textArea({ id: 'note', label: t('help.note'), hint: t('help.note_hint'), value: draft.form.note, rows: 3, onInput: (note) => answerHelp({ note }) })}
  ${evidence(draft, { addFile, removeFile })}
</div>`;
