import { signal } from '../../vendor/signals.js';
import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { errorSummary } from '../../ui/error-summary.js';
import { textArea } from '../../ui/field.js';
import { createForm } from './form.js';

/**
 * One question before something that others will feel: what it does, a reason where one is kept, and a way out.
 * @typedef {object} Question
 * @property {string} title
 * @property {unknown} [body]
 * @property {string} [reason] the label of the reason; without it none is asked
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
  form.begin();
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
    ${question.reason ? textArea({ ...form.field('reason'), label: question.reason, rows: 3 }) : null}
    ${busy ? html`<p role="status">${t('office.busy')}</p>` : null}
    ${button({ label: question.yes, kind: question.kind ?? 'primary', wide: true, busy, onClick: () => answered(question) })}
    ${button({ label: t('dialog.stay'), kind: 'quiet', wide: true, onClick: unask })}
  <//>`;
}

/** @param {Question} question */
async function answered(question) {
  const missing = question.reason && !form.state.value.values.reason.trim();
  const done = await form.submit(async ({ reason }, key) => {
    await question.then(reason.trim(), key);
    return true;
  }, missing ? { reason: t('office.error.reason') } : {});
  if (!done) return;
  unask();
  question.after?.();
}
