import { signal } from '../../vendor/signals.js';
import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { today } from '../../store/sync/outbox.js';
import { button } from '../../ui/button.js';
import { choose } from '../../ui/choices.js';
import { Dialog } from '../../ui/dialog.js';
import { errorSummary } from '../../ui/error-summary.js';
import { textArea, textField } from '../../ui/field.js';
import { createForm } from './form.js';

/**
 * One question before something that others will feel: what it does, a reason where one is kept, and a way out.
 * @typedef {object} Question
 * @property {string} title
 * @property {unknown} [body]
 * @property {string} [reason] the label of what is asked besides; without it nothing is
 * @property {boolean} [optional] it may be left out
 * @property {{ value: string, label: string }[]} [options] it is one of these, not words
 * @property {string} [day] it is a day, not before today, and this one is proposed
 * @property {string} yes
 * @property {'primary' | 'danger'} [kind]
 * @property {(reason: string, key: string) => Promise<unknown>} then
 * @property {() => unknown} [after]
 */

/** @type {import('../../vendor/signals.js').Signal<Question | null>} */
const asked = signal(null);
const form = createForm(() => ({ reason: '' }));

/** @param {Question} question */
export function ask(question) {
  form.begin({ reason: question.day ?? '' });
  asked.value = question;
}

export const unask = () => { asked.value = null; };

/** Where a screen's questions appear. */
export function asking() {
  const question = asked.value;
  if (!question) return null;
  const { errors, busy } = form.state.value;
  return html`<${Dialog} title=${question.title} onClose=${unask}>
    ${errorSummary(errors)}
    ${question.body ? html`<div>${question.body}</div>` : null}
    ${question.reason ? answerField(question, question.reason) : null}
    ${busy ? html`<p role="status">${t('office.busy')}</p>` : null}
    ${button({ label: question.yes, kind: question.kind ?? 'primary', wide: true, busy, onClick: () => answered(question) })}
    ${button({ label: t('dialog.stay'), kind: 'quiet', wide: true, onClick: unask })}
  <//>`;
}

/** @param {Question} question @param {string} label */
function answerField({ options, day }, label) {
  if (options) return choose({ id: 'reason', legend: label, options, value: form.state.value.values.reason || null, error: form.state.value.errors.reason, onChange: (reason) => form.answer({ reason }) });
  return day ? textField({ ...form.field('reason'), label, type: 'date', min: today.value }) : textArea({ ...form.field('reason'), label, rows: 3 });
}

/** @param {Question} question */
async function answered(question) {
  const missing = question.reason && !question.optional && !form.state.value.values.reason.trim();
  const done = await form.submit(async ({ reason }, key) => {
    await question.then(reason.trim(), key);
    return true;
  }, missing ? { reason: t(question.options ? 'office.error.choose' : 'office.error.reason') } : {});
  if (!done) return;
  unask();
  question.after?.();
}
