import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { canvasses } from '../../../store/care/canvass/canvasses.js';
import { buildings, buildingsInOrder } from '../../../store/community/buildings.js';
import { icon } from '../../../ui/icon.js';
import { empty } from '../../../ui/waiting.js';
import { shown } from '../../reading.js';

export function enter() {
  void canvasses.load();
  void buildings.load();
}

/** Paper days: which sheet to print, or to enter. */
export const view = () => ({
  title: t('office.place.sheets'), back: '#/office',
  body: html`<div class="stack-wide"><p class="soft">${t('office.sheet.how')}</p>
    ${shown(canvasses.reading.value, (all) => shown(buildings.reading.value, () => list(all.filter(({ open }) => open), buildingsInOrder.value), () => buildings.load()), enter)}</div>`,
});

/** @param {import('../../../store/care/canvass/canvasses.js').Canvass[]} open @param {import('../../../types/model.js').Building[]} known */
function list(open, known) {
  if (!open.length) return empty({ icon: 'door-open', title: t('office.canvass.none'), body: t('office.sheet.no_canvass') });
  return open.map(({ id, title }) => html`<section class="section" key=${id}><h2>${title}</h2><ul class="cards">
    ${known.map((one) => html`<li key=${one.id}><a class="card card-link" href=${link('/office/sheets/:canvass/:building', { canvass: id, building: one.id })}>
      <span class="grow card-title">${one.name || t('building.name', { code: one.code })}</span><span class="go">${icon('chevron-right')}</span></a></li>`)}</ul></section>`);
}
