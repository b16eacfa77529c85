import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { link } from '../../lib/router.js';
import { buildings, buildingsInOrder } from '../../store/community/buildings.js';
import { may } from '../../store/identity/session.js';
import { reading as todayReading } from '../../store/care/today.js';
import { linkButton } from '../../ui/button.js';
import { icon } from '../../ui/icon.js';
import { empty } from '../../ui/waiting.js';
import { shown } from '../reading.js';

export const enter = () => void buildings.load();

export const view = () => ({
  title: t('buildings.title'),
  body: shown(buildings.reading.value, () => list(buildingsInOrder.value), enter),
});

/** @param {import('../../store/community/buildings.js').Building[]} all */
function list(all) {
  if (!all.length) return none();
  return html`<ul class="cards">${all.map((one) => html`<li key=${one.id}>${card(one)}</li>`)}</ul>`;
}

const none = () => empty({
  icon: 'building-2',
  title: t('buildings.none'),
  body: t('buildings.none_more'),
  action: may('community:roster:import') ? linkButton({ label: t('buildings.import'), href: '#/office/roster' }) : undefined,
});

/** @param {import('../../store/community/buildings.js').Building} one */
function card({ id, name, code, floors, households }) {
  const doors = todayReading.value.value?.doors.filter(({ building_id }) => building_id === id) ?? [];
  return html`<a class="card card-link" href=${link('/buildings/:id', { id }, doors[0] ? { canvass: doors[0].canvass_id } : {})}>
    <span class="grow"><span class="place">${name || t('building.name', { code })}</span>
      <span class="card-detail">${t('buildings.detail', { floors, n: households })}${doors.length ? t('date.comma') + t('buildings.mine', { n: doors.length }) : ''}</span></span>
    <span class="go">${icon('chevron-right')}</span></a>`;
}
