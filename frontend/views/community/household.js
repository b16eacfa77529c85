import { t, tCode } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { link } from '../../lib/router.js';
import { may } from '../../store/identity/session.js';
import { household } from '../../store/community/household.js';
import { reading as todayReading, todayResource } from '../../store/care/today.js';
import { linkButton } from '../../ui/button.js';
import { whenWords } from '../dates.js';
import { shown } from '../reading.js';

/** @typedef {import('../../lib/router.js').Place} Place */

/** @param {Place} place */
export function enter({ params }) {
  if (!todayReading.peek().value && may('care:today:see')) void todayResource.load();
  void household.load(params.id ?? '');
}

export const leave = household.forget;

/** A door: what can be done there, and what was done. @param {Place} place */
export const view = ({ params, query }) => ({
  title: query.get('label') ?? '',
  back: '#/buildings',
  body: html`<div class="stack-wide">
    <div class="stack">${actions(params.id ?? '', query.get('label') ?? '')}</div>
    ${shown(household.reading.value, told, () => household.load(params.id ?? ''))}
  </div>`,
});

/** @param {string} id @param {string} label */
const actions = (id, label) => html`
  ${may('care:door-visit:log') ? (todayReading.value.value?.canvasses ?? []).map((canvass) => linkButton({
    label: t('household.visit', { title: canvass.title }), icon: 'door-open', wide: true, kind: 'primary',
    href: link('/doors/:canvass/:household', { canvass: canvass.id, household: id }, { label }) })) : null}
  ${may('care:assistance-need:record') ? linkButton({ label: t('household.need'), icon: 'heart-handshake', wide: true,
    href: link('/needs/new/:household', { household: id }, { label }) }) : null}
  ${may('community:household-member:read') ? linkButton({ label: t('household.accounts'), icon: 'smartphone', wide: true, href: link('/office/homes/:id', { id }, { label }) }) : null}`;

/** @param {import('../../store/community/household.js').Told} one */
const told = ({ household: home, visits }) => html`
  <dl class="facts card">
    <dt>${t('household.area')}</dt><dd>${t('household.area_m2', { area: (home.area_dm2 / 100).toFixed(2) })}</dd>
    <dt>${t('household.use')}</dt><dd>${tCode('mark.plain', home.occupancy ?? 'none', 'mark.other')}</dd>
    ${home.owners?.length ? html`<dt>${t('household.owners')}</dt><dd>${home.owners.map(({ name }) => name).join(t('date.comma'))}</dd>` : null}
  </dl>
  ${visits.length ? html`<section class="section"><h2>${t('household.visits')}</h2><ul class="cards">${visits.map(visitCard)}</ul></section>` : null}`;

/** @param {import('../../types/model.js').VisitOfHousehold} one */
const visitCard = (one) => html`<li class="card stack-tight" key=${one.id}>
  <p><span class="card-title">${tCode('visit.outcome', one.outcome, 'kind.door_visit')}${one.stance ? `${t('date.comma')}${t(`stance.${one.stance}`)}` : ''}</span>
    <span class="card-detail">${[whenWords(one.happened_at), one.recorded_by_name].join(t('date.comma'))}</span></p>
  ${one.grievances.map(({ id, words }) => html`<p key=${id}>${t('grievance.quote', { words })}</p>`)}
</li>`;
