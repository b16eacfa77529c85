import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { itemTitle } from './words.js';

/**
 * The agenda as everybody sees it; what can be decided is told apart from what can only be talked about.
 * @typedef {import('../../../types/model.js').AgendaItem} AgendaItem
 * @typedef {import('../../../types/model.js').SessionDetail} SessionDetail
 */

/** @param {SessionDetail} one @param {string | null} current @param {(item: AgendaItem, at: number) => unknown} [action] */
export const agendaList = (one, current, action) => html`<ol class="agenda">${one.agenda.map((item, at) => html`<li key=${item.id} class=${item.id === current ? 'current' : ''} aria-current=${item.id === current ? 'step' : undefined}>
  <b class="agenda-number">${at + 1}</b>
  <div class="grow stack-tight"><span class="card-title">${itemTitle(item)}</span>
    ${item.details ? html`<span class="soft">${item.details}</span>` : null}
    ${about(item)}
    ${item.decidable || one.state === 'planned' ? null : html`<span class="tag tag-warn">${t('sessions.only_talk')}</span>`}
    ${item.id === current ? html`<span class="tag">${t('sessions.now')}</span>` : item.closed_at ? html`<span class="tag">${t('sessions.talked_about')}</span>` : null}
    ${action ? action(item, at) : null}</div></li>`)}</ol>`;

/** What it is about, to be opened. @param {AgendaItem} item */
function about({ subject_kind, subject_id, reports }) {
  if (reports.length) return html`<span class="row">${reports.map((id, at) => html`<a key=${id} class="tall" href=${link('/deliberation/feedback/:id', { id })}>${t('sessions.report', { n: at + 1 })}</a>`)}</span>`;
  if (subject_kind === 'feedback' && subject_id) return html`<a class="tall" href=${link('/deliberation/feedback/:id', { id: subject_id })}>${t('sessions.look')}</a>`;
  if (subject_kind === 'proposal' && subject_id) return html`<a class="tall" href=${link('/deliberation/proposals/:id', { id: subject_id })}>${t('sessions.look')}</a>`;
  return null;
}
