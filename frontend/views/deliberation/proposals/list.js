import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { may } from '../../../store/identity/session.js';
import { proposals } from '../../../store/deliberation/proposals/proposals.js';
import { linkButton } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { chip } from '../../../ui/mark.js';
import { empty } from '../../../ui/waiting.js';
import { nextDay } from '../../dates.js';
import { shown } from '../../reading.js';
import { positionBar, STATE_MARKS } from './words.js';

/**
 * What is proposed: what can be commented on first.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../types/model.js').ProposalLine} Line
 */

const PATH = '/deliberation/proposals';
/** @type {Record<'now' | 'decided', string[]>} */
const PARTS = {
  now: ['draft', 'open_for_comment', 'revision', 'ready_to_decide'],
  decided: ['adopted', 'being_carried_out', 'done', 'rejected', 'withdrawn'],
};

export const enter = () => void proposals.load();

/** @param {Place} place */
export function view({ query }) {
  const part = query.get('part') === 'decided' ? 'decided' : 'now';
  return {
    title: t('proposals.title'), back: '#/deliberation',
    body: html`<div class="stack">
      ${may('deliberation:proposal:make') ? linkButton({ label: t('proposals.new'), href: link(`${PATH}/new`), icon: 'file-pen', wide: true }) : null}
      <nav class="segments" aria-label=${t('proposals.which')}>${/** @type {const} */ (['now', 'decided']).map((one) => html`<a class="button button-plain" href=${link(PATH, {}, { part: one })}
        aria-current=${one === part ? 'true' : undefined}>${t(`proposals.part.${one}`)}</a>`)}</nav>
      ${shown(proposals.reading.value, (all) => list(all.filter(({ state }) => PARTS[part].includes(state))), () => proposals.load())}</div>`,
  };
}

/** @param {Line[]} all */
function list(all) {
  if (!all.length) return empty({ icon: 'messages-square', title: t('proposals.none'), body: t('proposals.none_more') });
  return html`<ul class="cards">${all.map((one) => html`<li key=${one.id}><a class="card card-link" href=${link(`${PATH}/:id`, { id: one.id })}>
    <span class="grow stack-tight"><span class="card-title">${one.title}</span>
      <span class="row">${chip(STATE_MARKS[one.state], t(`proposals.state.${one.state}`))}${one.my_position ? html`<span class="tag">${t(`proposals.mine.${one.my_position}`)}</span>` : null}</span>
      ${positionBar(one.positions)}
      <span class="card-detail">${t('proposals.by', { name: one.author_name, day: nextDay(one.created_at) })}</span></span>
    <span class="go">${icon('chevron-right')}</span></a></li>`)}</ul>`;
}
