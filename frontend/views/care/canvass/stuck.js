import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { newId } from '../../../store/office/call.js';
import { reopenDoor, stuckDoors } from '../../../store/care/canvass/canvasses.js';
import { may } from '../../../store/identity/session.js';
import { say } from '../../../store/navigation.js';
import { button, linkButton } from '../../../ui/button.js';
import { chip } from '../../../ui/mark.js';
import { empty } from '../../../ui/waiting.js';
import { shown } from '../../reading.js';
import { ask, asking, unask } from '../../office/ask.js';

/** @typedef {import('../../../store/care/canvass/canvasses.js').StuckDoor} StuckDoor */

/** @param {import('../../../lib/router.js').Place} place */
export const enter = ({ params }) => void stuckDoors.load(params.id);
export const leave = unask;

/** Doors that wait for the building lead. @param {import('../../../lib/router.js').Place} place */
export const view = ({ params }) => ({
  title: t('office.stuck.title'),
  back: link('/office/canvasses/:id', params),
  body: html`<div class="stack-wide"><p class="soft">${t('office.stuck.how')}</p>
    ${shown(stuckDoors.reading.value, (all) => list(all, params.id ?? ''), () => stuckDoors.load(params.id))}${asking()}</div>`,
});

/** @param {StuckDoor[]} all @param {string} canvass */
function list(all, canvass) {
  if (!all.length) return empty({ icon: 'circle-check', title: t('office.stuck.none'), body: t('office.stuck.none_more') });
  const parts = /** @type {const} */ (['escalated', 'left_alone']);
  return parts.map((state) => ({ state, doors: all.filter(({ door }) => door.mark === state) })).filter(({ doors }) => doors.length)
    .map(({ state, doors }) => html`<section class="section" key=${state}><h2>${t(`mark.canvass.${state}`)}</h2>
      <ul class="cards">${doors.map((one) => html`<li class="card" key=${one.door.household_id}>${doorCard(one, canvass)}</li>`)}</ul></section>`);
}

/** @param {StuckDoor} one @param {string} canvass */
const doorCard = ({ door, building_id }, canvass) => html`<div class="stack-tight">
  <div class="row-apart"><a class="place" href=${link('/buildings/:id', { id: building_id }, { canvass })}>${door.code}</a>
    ${chip(door.mark ?? 'none', t(door.mark === 'escalated' ? 'mark.canvass.escalated' : 'mark.canvass.left_alone'))}</div>
  <div class="row">
    ${door.mark === 'escalated' && may('care:door-visit:log') ? linkButton({ label: t('office.stuck.visit'), href: link('/doors/:canvass/:household', { canvass, household: door.household_id }, { label: door.code }) }) : null}
    ${may('care:door:reopen') ? button({ label: t('office.stuck.reopen'), onClick: () => askToReopen(door, canvass) }) : null}</div>
</div>`;

/** @param {StuckDoor['door']} door @param {string} canvass */
function askToReopen(door, canvass) {
  const id = newId();
  ask({
    title: t('office.stuck.reopen_title', { door: door.code }), body: t('office.stuck.reopen_body'), reason: t('office.stuck.reopen_reason'), yes: t('office.stuck.reopen'),
    then: (reason) => reopenDoor(canvass, { id, household_id: door.household_id, reason }),
    after: () => say(t('office.stuck.reopened', { door: door.code })),
  });
}
