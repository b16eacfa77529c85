import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { decided } from '../../../store/deliberation/sessions/decided.js';
import { today } from '../../../store/sync/outbox.js';
import { selectField, textField } from '../../../ui/field.js';
import { form } from './list-values.js';

/** Which decision agreed on the weights; words only where it is not recorded here. */
export function agreedQuestion() {
  const { decision_id } = form.state.value.values;
  const all = decided.reading.value.value;
  const options = (all ?? []).map(({ id, words, title, held_on }) => ({ value: id, label: `${title || t('comparison_lists.weekly')} ${day(held_on)} ${words}` }));
  return html`<div class="stack">${selectField({ ...form.field('decision_id'), label: t('comparison_lists.decision'), options: [{ value: '', label: t('comparison_lists.no_decision') }, ...options] })}
    ${decision_id ? null : html`<p class="soft">${t('comparison_lists.in_words')}</p>
      ${textField({ ...form.field('agreed_in'), label: t('comparison_lists.agreed_in'), hint: t('comparison_lists.agreed_hint') })}${textField({ ...form.field('agreed_on'), label: t('comparison_lists.agreed_on'), type: 'date', max: today.value })}`}</div>`;
}

/** @returns {Record<string, string>} */
export function agreedErrors() {
  const { decision_id, agreed_in, agreed_on } = form.state.peek().values;
  if (decision_id || (agreed_in.trim() && agreed_on)) return {};
  return { decision_id: t('comparison_lists.error.agreed') };
}
