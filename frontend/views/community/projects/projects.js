import { t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { projects } from '../../../store/community/projects.js';
import { may } from '../../../store/identity/session.js';
import { linkButton } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { empty } from '../../../ui/waiting.js';
import { shown } from '../../reading.js';

export const enter = () => void projects.load();

export const view = () => ({
  title: t('office.place.projects'),
  back: '#/office',
  body: html`<div class="stack-wide">
    ${may('community:project:open') ? linkButton({ label: t('office.project.new'), href: '#/office/projects/new', kind: 'primary', icon: 'plus' }) : null}
    ${shown(projects.reading.value, list, enter)}</div>`,
});

/** @param {import('../../../store/community/projects.js').Project[]} all */
function list(all) {
  if (!all.length) return empty({ icon: 'building-2', title: t('office.project.none'), body: t('office.project.none_more') });
  return html`<ul class="cards">${all.map((one) => html`<li key=${one.id}><a class="card card-link" href=${link('/office/projects/:id', { id: one.id })}>
    <span class="grow"><span class="card-title">${one.name}</span>
      <span class="card-detail">${[tCode('office.project.kind', one.kind, 'office.project.kind.other'), t('office.project.buildings_n', { n: one.buildings.length })].join(t('date.comma'))}</span>
      <span class="tag">${t(`office.phase.${one.phase}`)}</span></span>
    <span class="go">${icon('chevron-right')}</span></a></li>`)}</ul>`;
}
