import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { opinions, proposal } from '../../../store/deliberation/proposals/proposals.js';
import { notice } from '../../../ui/notice.js';
import { shown } from '../../reading.js';
import { opinionMap } from './opinion-map.js';
import { positionBuildings } from './position-buildings.js';

/**
 * Where people stand: building by building, and what all agree on set apart from what divides them.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../types/model.js').Opinions} Opinions
 */

/** @param {Place} place */
export function enter({ params }) {
  if (proposal.reading.peek().value?.id !== params.id) void proposal.load(params.id);
  void opinions.load(params.id);
}

/** @param {Place} place */
export const view = ({ params }) => ({
  title: t('proposals.opinions'), back: link('/deliberation/proposals/:id', params),
  body: shown(opinions.reading.value, summed, () => opinions.load(params.id)),
});

/** @param {Opinions} one */
const summed = (one) => html`<div class="stack-wide">
  <section class="section stack"><h2>${t('proposals.by_building')}</h2><p class="soft">${t('proposals.by_building_more')}</p>
    ${positionBuildings(one.by_building)}</section>
  <section class="section stack"><h2>${t('proposals.map')}</h2>
    ${one.opinion_map ? opinionMap(one.opinion_map) : notice({ title: t('proposals.map_not_yet'), body: t('proposals.map_not_yet_more', { n: one.people, needed: one.people_needed }) })}</section>
</div>`;
