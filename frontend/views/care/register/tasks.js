import { t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { giveTask, takeOff, tasks } from '../../../store/care/register/direct.js';
import { helpers } from '../../../store/identity/helpers.js';
import { members } from '../../../store/identity/team.js';
import { say } from '../../../store/navigation.js';
import { button, linkButton } from '../../../ui/button.js';
import { chip } from '../../../ui/mark.js';
import { empty } from '../../../ui/waiting.js';
import { placeOf } from '../cards.js';
import { whenWords } from '../../dates.js';
import { ask, asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';

/**
 * All care tasks within reach, the late ones first: nothing ends silently.
 * @typedef {import('../../../store/care/register/direct.js').Task} Task
 */

const GROUPS = /** @type {const} */ (['late', 'waiting', 'taken']);

/** @param {URLSearchParams} query */
const groupOf = (query) => GROUPS.find((one) => one === query.get('show')) ?? 'late';

/** @param {import('../../../lib/router.js').Place} place */
export function enter({ query }) {
  void tasks.load(groupOf(query));
  if (!members.reading.peek().value) void members.load();
}

export const leave = unask;

/** @param {import('../../../lib/router.js').Place} place */
export function view({ query }) {
  const group = groupOf(query);
  return {
    title: t('office.place.tasks'), back: '#/office',
    body: html`<div class="stack">
      ${linkButton({ label: t('office.task.new'), href: '#/office/tasks/new', kind: 'primary', icon: 'plus' })}
      <nav class="segments" aria-label=${t('office.grievance.which')}>${GROUPS.map((one) => html`<a class="button button-plain" href=${link('/office/tasks', {}, { show: one })}
        aria-current=${one === group ? 'true' : undefined}>${t(`office.tasks.${one}`)}</a>`)}</nav>
      ${shown(tasks.reading.value, (all) => list(all, group), () => tasks.load(group))}${asking()}</div>`,
  };
}

/** @param {Task[]} all @param {typeof GROUPS[number]} group */
function list(all, group) {
  if (!all.length) return empty({ icon: 'circle-check', title: t(`office.tasks.none.${group}`) });
  return html`<ul class="cards">${all.map((one) => html`<li class="card" key=${one.id}><div class="stack-tight">
    <div class="row-apart"><span class="card-title">${tCode('need', one.kind, 'need.other')}</span>
      ${one.status === 'overdue' || one.status === 'escalated' ? chip('attention', tCode('office.tasks.state', one.status, 'office.tasks.state.overdue')) : null}</div>
    <span class="place">${placeWords(one)}</span>
    <span class="card-detail">${whenWords(one.due_from)} – ${whenWords(one.due_until)}${t('date.comma')}${nameOf(one.assignee_id)}${one.attempts ? t('date.comma') + t('office.tasks.attempts', { n: one.attempts }) : ''}</span>
    <div class="row">${button({ label: t('office.tasks.give'), onClick: () => askToGive(one, group) })}
      ${button({ label: t('office.tasks.take_off'), kind: 'quiet', onClick: () => askToTakeOff(one, group) })}</div></div></li>`)}</ul>`;
}

/** @param {Task} one */
const placeWords = (one) => (one.door ? placeOf(one) : one.title);

/** @param {string | null} id */
const nameOf = (id) => members.reading.value.value?.find(({ account_id }) => account_id === id)?.display_name ?? t('office.tasks.nobody');

/** @param {Task} one @param {string} group */
const askToGive = (one, group) => ask({
  title: t('office.tasks.give_title', { place: placeWords(one) }), reason: t('office.tasks.to'), yes: t('office.tasks.give'),
  options: helpers(),
  then: (account, key) => giveTask(group, one.id, account, key),
  after: () => say(t('office.tasks.given')),
});

/** @param {Task} one @param {string} group */
const askToTakeOff = (one, group) => ask({
  title: t('office.tasks.take_off'), body: t('office.tasks.take_off_body'), reason: t('office.member.take_reason'), yes: t('office.tasks.take_off'), kind: 'danger',
  then: (reason, key) => takeOff(group, one.id, reason, key),
  after: () => say(t('office.tasks.taken_off')),
});
