import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';

/**
 * What the weights of a list rest on: a decision of a session, or, of the past, the writer's words.
 * @typedef {import('../../../store/deliberation/comparison_lists/lists.js').List} List
 */

/** A weekly session has no title. @param {string} title */
export const agreedWords = (title) => title || t('comparison_lists.weekly');

/** In which session, on which day, and what was decided. @param {{ words: string, session_id: string, title: string, held_on: string }} one */
export const decisionWords = ({ words, session_id, title, held_on }) => html`<div class="stack-tight">
  <p>${t('comparison_lists.agreed', { session: agreedWords(title), day: day(held_on) })} <a class="tall" href=${link('/deliberation/sessions/:id', { id: session_id })}>${t('comparison_lists.agreed_look')}</a></p>
  ${words ? html`<p class="quote">${words}</p>` : null}</div>`;

/** @param {List} one */
export function agreed({ session_id, agreed_in, agreed_on, agreed_words }) {
  if (!agreed_on) return null;
  if (session_id) return decisionWords({ words: agreed_words ?? '', session_id, title: agreed_in ?? '', held_on: agreed_on });
  return html`<p class="soft">${t('comparison_lists.agreed_said', { session: agreedWords(agreed_in ?? ''), day: day(agreed_on) })}</p>`;
}
