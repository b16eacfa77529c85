import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { decided } from '../../../store/deliberation/sessions/decided.js';
import { selectField } from '../../../ui/field.js';
import { notice } from '../../../ui/notice.js';
import { agreedWords, decisionWords } from './agreed.js';
import { form } from './list-values.js';

/** @typedef {import('../../../store/deliberation/sessions/decided.js').Decided} Decided */

/** Which decision agreed on the weights. Without one there are none, and nothing is scored. */
export function agreedQuestion() {
  const { decision_id, said } = form.state.value.values;
  const all = choices();
  const chosen = all.find(({ id }) => id === decision_id);
  return html`<div class="stack">${selectField({ ...form.field('decision_id'), label: t('comparison_lists.decision'), hint: t('comparison_lists.decision_hint'),
    options: [{ value: '', label: t('comparison_lists.no_decision') }, ...all.map((one) => ({ value: one.id, label: optionWords(one) }))] })}
    ${chosen ? decisionWords(chosen) : html`${said ? notice({ kind: 'warn', body: t('comparison_lists.were_said') }) : null}
      <p class="soft">${t(decided.reading.value.value && !all.length ? 'comparison_lists.none_decided' : 'comparison_lists.not_yet')}
        <a class="tall" href="#/deliberation/sessions">${t('comparison_lists.to_sessions')}</a></p>`}</div>`;
}

/** Of this project or of all, the newest session first; what the list rests on now is always among them. @returns {Decided[]} */
function choices() {
  const { project_id, rests_on } = form.state.value.values;
  const found = (decided.reading.value.value ?? []).filter((one) => !one.project_id || one.project_id === project_id);
  return rests_on && !found.some(({ id }) => id === rests_on.id) ? [...found, rests_on] : found;
}

/** @param {Decided} one */
const optionWords = ({ words, title, held_on }) => `${day(held_on)} ${agreedWords(title)} ${words}`;
