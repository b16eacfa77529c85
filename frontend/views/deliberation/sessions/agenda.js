import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { itemTitle } from './words.js';

/**
 * The agenda as everybody sees it; what can be decided is told apart from what can only be talked about.
 * @typedef {import('../../../types/model.js').AgendaItem} AgendaItem
 * @typedef {import('../../../types/model.js').SessionDetail} SessionDetail
 */

/** Where what an item is about is opened. @type {Record<string, string>} */
const PLACES = { proposal: '/deliberation/proposals/:id', feedback: '/deliberation/feedback/:id', cost_plan: '/deliberation/cost-plans/:id', comparison_list: '/deliberation/comparison-lists/:id' };

/** @param {SessionDetail} one @param {string | null} current @param {(item: AgendaItem, at: number) => unknown} [action] */
export const agendaList = (one, current, action) => html`<ol class="agenda">${one.agenda.map((item, at) => html`<li key=${item.id} class=${item.id === current ? 'current' : ''} aria-current=${item.id === current ? 'step' : undefined}>
  <b class="agenda-number">${at + 1}</b>
  <div class="grow stack-tight"><span class="card-title">${itemTitle(item)}</span>
    ${item.details ? html`<span class="soft">${item.details}</span>` : null}
    ${about(item)}
    ${item.decidable || one.state === 'planned' ? null : html`<span class="tag tag-warn">${t('sessions.only_talk')}</span><span class="soft">${whyNot(item)}</span>`}
    ${item.id === current ? html`<span class="tag">${t('sessions.now')}</span>` : item.closed_at ? html`<span class="tag">${t('sessions.talked_about')}</span>` : null}
    ${action ? action(item, at) : null}</div></li>`)}</ol>`;

/** Why it can only be talked about; an agenda kept from before says only that. @param {AgendaItem} item */
export const whyNot = ({ undecidable }) => (undecidable ? t(`sessions.why_not.${undecidable}`) : t('sessions.only_talk_more'));

/** What it is about, to be opened. @param {AgendaItem} item */
function about({ subject_kind, subject_id, reports }) {
  if (reports.length) return html`<span class="row">${reports.map((id, at) => html`<a key=${id} class="tall" href=${link('/deliberation/feedback/:id', { id })}>${t('sessions.report', { n: at + 1 })}</a>`)}</span>`;
  const place = PLACES[subject_kind];
  return place && subject_id ? html`<a class="tall" href=${link(place, { id: subject_id })}>${t(`sessions.look.${/** @type {'proposal'} */ (subject_kind)}`)}</a>` : null;
}
