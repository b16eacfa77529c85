import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { assignments, withdrawDoors } from '../../../store/care/canvass/assignments.js';
import { may } from '../../../store/identity/session.js';
import { say } from '../../../store/navigation.js';
import { button, linkButton } from '../../../ui/button.js';
import { empty } from '../../../ui/waiting.js';
import { shown } from '../../reading.js';
import { ask, asking, unask } from '../../office/ask.js';
import { rangeWords } from './range.js';

/** @typedef {import('../../../store/care/canvass/assignments.js').Assignment} Assignment */

/** @param {import('../../../lib/router.js').Place} place */
export const enter = ({ params }) => void assignments.load(params.id);
export const leave = unask;

/** Who has which doors. @param {import('../../../lib/router.js').Place} place */
export const view = ({ params }) => ({
  title: t('office.people.title'),
  back: link('/office/canvasses/:id', params),
  body: html`${shown(assignments.reading.value, (all) => list(all, params.id ?? ''), () => assignments.load(params.id))}${asking()}`,
});

/** @param {Assignment[]} all @param {string} canvass */
function list(all, canvass) {
  if (!all.length) {
    return empty({ icon: 'list-checks', title: t('office.people.none'), body: t('office.people.none_more'),
      action: may('care:door:assign') ? linkButton({ label: t('office.assign.title'), href: link('/office/canvasses/:id/assign', { id: canvass }) }) : null });
  }
  const people = [...new Map(all.map(({ account_id, account_name }) => [account_id, account_name]))];
  return html`<div class="stack-wide">${people.map(([id, name]) => person(name, all.filter(({ account_id }) => account_id === id), canvass))}</div>`;
}

/** @param {string} name @param {Assignment[]} own @param {string} canvass */
const person = (name, own, canvass) => html`<section class="section"><h2>${name} <small class="soft">${t('office.people.doors', { n: own.reduce((sum, { doors }) => sum + doors, 0) })}</small></h2>
  <ul class="cards">${own.map((one) => html`<li class="card" key=${one.id}><div class="row-apart">
    <span><a class="card-title" href=${link('/buildings/:id', { id: one.building_id }, { canvass })}>${rangeWords(one)}</a>
      <span class="card-detail">${t('office.people.doors', { n: one.doors })}</span></span>
    ${may('care:door:assign') ? button({ label: t('office.people.withdraw'), onClick: () => askToWithdraw(one, canvass) }) : null}</div></li>`)}</ul></section>`;

/** @param {Assignment} one @param {string} canvass */
const askToWithdraw = (one, canvass) => ask({
  title: t('office.people.withdraw_title', { name: one.account_name, place: rangeWords(one) }), body: t('office.people.withdraw_body'),
  yes: t('office.people.withdraw'), kind: 'danger',
  then: (_reason, key) => withdrawDoors(canvass, one.id, key),
  after: () => say(t('office.people.withdrawn')),
});
