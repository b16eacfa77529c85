import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { canvasses } from '../../../store/care/canvass/canvasses.js';
import { may } from '../../../store/identity/session.js';
import { linkButton } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { empty } from '../../../ui/waiting.js';
import { shown } from '../../reading.js';

/** @typedef {import('../../../store/care/canvass/canvasses.js').Canvass} Canvass */

export const enter = () => void canvasses.load();

export const view = () => ({
  title: t('office.place.canvasses'),
  back: '#/office',
  body: html`<div class="stack-wide">
    ${may('care:canvass:open') ? linkButton({ label: t('office.canvass.new'), href: '#/office/canvasses/new', kind: 'primary', icon: 'plus' }) : null}
    ${shown(canvasses.reading.value, list, enter)}
  </div>`,
});

/** @param {Canvass[]} all */
function list(all) {
  if (!all.length) return empty({ icon: 'door-open', title: t('office.canvass.none'), body: t('office.canvass.none_more') });
  return html`<ul class="cards">${all.map((one) => html`<li key=${one.id}><a class="card card-link" href=${link('/office/canvasses/:id', { id: one.id })}>
    <span class="grow"><span class="card-title">${one.title}</span>
      <span class="card-detail">${t('office.canvass.days', { from: day(one.starts_on), to: day(one.ends_on) })}</span>
      ${one.open ? html`<span class="tag tag-good">${t('office.canvass.open')}</span>` : html`<span class="tag">${t('office.canvass.over')}</span>`}</span>
    <span class="go">${icon('chevron-right')}</span></a></li>`)}</ul>`;
}
