import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { may } from '../../store/identity/session.js';
import { icon as drawn } from '../../ui/icon.js';
import { empty } from '../../ui/waiting.js';

/** What is done at the desk, in the order in which a community is set up, and who sees it. */
const AREAS = /** @type {const} */ ([
  { part: 'set_up', places: [
    { href: '#/office/roster', name: 'roster', icon: 'list-checks', needs: 'community:roster:import' },
    { href: '#/office/team', name: 'team', icon: 'smartphone', needs: 'identity:invitation:view' },
    { href: '#/office/projects', name: 'projects', icon: 'building-2', needs: 'community:project:open' },
    { href: '#/office/handbook', name: 'handbook', icon: 'book-open', needs: 'community:handbook:edit' },
    { href: '#/office/notices', name: 'notices', icon: 'megaphone', needs: 'community:notice:publish' },
  ] },
  { part: 'doors', places: [
    { href: '#/office/canvasses', name: 'canvasses', icon: 'door-open', needs: 'care:door:oversee' },
    { href: '#/office/grievances', name: 'grievances', icon: 'inbox', needs: 'care:grievance:assign' },
    { href: '#/office/sheets', name: 'sheets', icon: 'pencil', needs: 'care:door-visit:log' },
  ] },
  { part: 'care', places: [
    { href: '#/office/register', name: 'register', icon: 'lock', needs: 'care:need-suggestion:handle' },
    { href: '#/office/statistics', name: 'statistics', icon: 'info', needs: 'care:assistance-statistics:see' },
    { href: '#/office/tasks', name: 'tasks', icon: 'heart-handshake', needs: 'care:care-task:direct' },
    { href: '#/office/holidays', name: 'holidays', icon: 'calendar-check', needs: 'care:holiday:set' },
    { href: '#/office/lifts', name: 'lifts', icon: 'triangle-alert', needs: 'care:lift-stoppage:set' },
  ] },
]);

export const view = () => ({ title: t('office.title'), back: '#/more', body: areas() });

function areas() {
  const open = AREAS.map(({ part, places }) => ({ part, places: places.filter(({ needs }) => may(needs)) })).filter(({ places }) => places.length);
  if (!open.length) return empty({ icon: 'lock', title: t('office.none'), body: t('office.none_more') });
  return html`<div class="stack-wide">${open.map(({ part, places }) => html`<section class="section"><h2>${t(`office.part.${part}`)}</h2>
    <ul class="cards">${places.map(({ href, name, icon }) => html`<li><a class="card card-link" href=${href}>${drawn(icon)}
      <span class="grow"><span class="card-title">${t(`office.place.${name}`)}</span><span class="card-detail">${t(`office.place.${name}_more`)}</span></span>
      <span class="go">${drawn('chevron-right')}</span></a></li>`)}</ul></section>`)}</div>`;
}
