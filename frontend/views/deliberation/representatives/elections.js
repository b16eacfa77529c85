import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { may } from '../../../store/identity/session.js';
import { elections } from '../../../store/deliberation/representatives/elections.js';
import { linkButton } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { chip } from '../../../ui/mark.js';
import { empty } from '../../../ui/waiting.js';
import { whenWords } from '../../dates.js';
import { shown } from '../../reading.js';

/**
 * Elections, one's own building first.
 * @typedef {import('../../../types/model.js').ElectionLine} Line
 */

/** @type {Record<Line['stage'], string>} */
export const STAGE_STATES = { nominating: 'waiting', voting: 'need', counting: 'waiting', closed: 'received', cancelled: 'left_alone' };

export const enter = () => void elections.load();

export const view = () => ({
  title: t('representatives.elections'), back: '#/deliberation/representatives',
  body: html`<div class="stack">
    ${may('deliberation:election:hold') ? linkButton({ label: t('representatives.start_election'), href: '#/deliberation/elections/new', kind: 'primary', icon: 'vote' }) : null}
    ${shown(elections.reading.value, list, () => elections.load())}</div>`,
});

/** @param {Line[]} all */
function list(all) {
  if (!all.length) return empty({ icon: 'vote', title: t('representatives.no_elections'), body: t('representatives.no_elections_more') });
  const ordered = [...all.filter(({ is_mine }) => is_mine), ...all.filter(({ is_mine }) => !is_mine)];
  return html`<ul class="cards">${ordered.map((one) => html`<li key=${one.id}><a class="card card-link" href=${link('/deliberation/elections/:id', { id: one.id })}>
    <span class="grow stack-tight"><span class="card-title">${one.building_name}</span>
      <span class="row">${chip(STAGE_STATES[one.stage], t(`representatives.stage.${one.stage}`))}${one.is_mine ? html`<span class="tag">${t('representatives.my_building')}</span>` : null}</span>
      <span class="card-detail">${one.closes_at ? t('representatives.closes', { time: whenWords(one.closes_at) }) : t('representatives.seats', { n: one.seats })}</span></span>
    <span class="go">${icon('chevron-right')}</span></a></li>`)}</ul>`;
}
