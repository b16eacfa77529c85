import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { proposal } from '../../../store/deliberation/proposals/proposals.js';
import { afterEachSending } from '../../../store/sync/after-sending.js';
import { linkButton } from '../../../ui/button.js';
import { chip } from '../../../ui/mark.js';
import { readAloud, stopReading } from '../../../ui/read-aloud.js';
import { nextDay, whenWords } from '../../dates.js';
import { asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';
import { askedHomes } from './asked-homes.js';
import { moves } from './moves.js';
import { onTheirWay } from './on-their-way.js';
import { positionBar, STATE_MARKS } from './words.js';

/**
 * A proposal to read, and everything that can be done about it.
 * @typedef {import('../../../types/model.js').Proposal} Proposal
 */

/** @type {() => void} */
let stop = () => {};

/** Read anew after each sending: what was said is counted. @param {import('../../../lib/router.js').Place} place */
export function enter({ params }) {
  stop();
  stop = afterEachSending(() => proposal.load(params.id));
}

export function leave() {
  stop();
  unask();
  stopReading();
}

/** @param {import('../../../lib/router.js').Place} place */
export const view = ({ params }) => ({
  title: proposal.reading.value.value?.title ?? t('proposals.title'), back: '#/deliberation/proposals',
  body: html`${shown(proposal.reading.value, details, () => proposal.load(params.id))}${asking()}`,
});

/** @param {string} id @param {string} part */
const at = (id, part) => link('/deliberation/proposals/:id/:part', { id, part });

/** @param {Proposal} one */
const details = (one) => html`<div class="stack-wide">
  <article class="stack">
    <div class="row">${chip(STATE_MARKS[one.state], t(`proposals.state.${one.state}`))}<span class="soft">${t('proposals.version', { n: one.newest })}</span></div>
    <p class="soft">${t('proposals.by', { name: one.author_name, day: nextDay(one.created_at) })}</p>
    <div class="prose proposal-text">${one.body}</div>
    ${readAloud(one.id, () => `${one.title}. ${one.body}`)}
  </article>
  ${askedHomes(one)}
  ${one.state === 'draft' ? null : html`<section class="section stack"><h2>${t('proposals.where_people_stand')}</h2>
    ${positionBar(one.positions)}
    ${onTheirWay(one.id, proposal.reading.value.storedAt)}
    ${one.my_position ? html`<p>${t(`proposals.mine.${one.my_position}`)}</p>` : null}
    ${one.may_comment ? linkButton({ label: t(one.my_position ? 'proposals.comment_again' : 'proposals.comment'), href: at(one.id, 'comment'), kind: 'primary', icon: 'message-square-plus', wide: true })
      : html`<p class="soft">${t('proposals.no_comments_now')}</p>`}
    ${linkButton({ label: t('proposals.read_comments'), href: at(one.id, 'comments'), icon: 'messages-square', wide: true })}
    ${linkButton({ label: t('proposals.opinions'), href: at(one.id, 'opinions'), icon: 'chart-pie', wide: true })}
    ${linkButton({ label: t('proposals.amendments'), href: at(one.id, 'amendments'), icon: 'pencil', wide: true })}
    ${one.newest > 1 ? linkButton({ label: t('proposals.versions', { n: one.newest }), href: at(one.id, 'versions'), icon: 'history', wide: true }) : null}</section>`}
  ${moves(one)}
  <section class="section stack"><h2>${t('proposals.steps')}</h2>
    <ol class="steps"><li><b>${t('proposals.state.draft')}</b> <small class="soft">${one.author_name}${t('date.comma')}${whenWords(one.created_at)}</small></li>
      ${one.moves.map((move) => html`<li class="stack-tight"><span><b>${t(`proposals.state.${move.target}`)}</b> <small class="soft">${move.by_name}${t('date.comma')}${whenWords(move.created_at)}</small></span>
        ${move.reason ? html`<span class="quote">${move.reason}</span>` : null}
        ${move.round_id ? html`<span>${t('proposals.by_round')}</span>` : null}</li>`)}</ol></section>
</div>`;
