import { t, tCode } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { link } from '../../lib/router.js';
import { icon } from '../../ui/icon.js';
import { chip, swatch } from '../../ui/mark.js';
import { dayThere, dueWords, whenWords } from '../dates.js';

/**
 * A door to knock: where, and what to know before it opens.
 * @param {import('../../types/model.js').TodayDoor} door
 */
export function doorCard(door) {
  const state = door.state === 'escalated' ? 'escalated' : door.attempts ? 'tried' : 'none';
  return html`<a class="card card-link" href=${link('/doors/:canvass/:household', { canvass: door.canvass_id, household: door.household_id }, { label: door.code })}>
    ${swatch(state)}
    <span class="grow"><span class="place">${door.code}</span>
      <span class="card-detail">${doorDetail(door)}</span></span>
    <span class="go">${icon('chevron-right')}</span></a>`;
}

/** @param {import('../../types/model.js').TodayDoor} door */
function doorDetail(door) {
  const parts = [
    door.attempts ? t('door.attempts', { n: door.attempts }) : t('door.first'),
    dueWords(door.due_at ? dayThere(door.due_at) : null, door.due_part),
    door.open_grievances.length ? t('door.bring_answer', { n: door.open_grievances.length }) : '',
  ];
  return parts.filter(Boolean).join(t('date.comma'));
}

/** @param {import('../../types/model.js').CareTask} task */
export const taskCard = (task) => html`<a class="card card-link" href=${link('/tasks/:id', { id: task.id })}>
  <span class="grow"><span class="card-title">${tCode('need', task.kind, 'need.other')}</span>
    <span class="place">${placeOf(task)}</span>
    <span class="card-detail">${whenWords(task.due_from)} – ${whenWords(task.due_until).slice(-5)}</span>
    ${task.status === 'overdue' || task.status === 'escalated' ? chip('attention', t('task.status.overdue')) : null}</span>
  <span class="go">${icon('chevron-right')}</span></a>`;

/**
 * The door is told only to whoever goes there.
 * @param {Pick<import('../../types/model.js').CareTask, 'building_code' | 'floor' | 'door'>} task
 */
export function placeOf({ building_code, floor, door }) {
  if (!building_code) return t('task.place_later');
  if (!door) return t('building.name', { code: building_code });
  if (floor === null) return t('task.place_shop', { building: building_code, door });
  return t('task.place', { building: building_code, floor, door: door.length < 3 ? `${floor}${door}` : door });
}

/** @param {import('../../lib/outbox/item.js').Item} item begun and not finished */
export const draftCard = (item) => html`<a class="card card-link" href=${draftHref(item)}>
  <span class="state">${icon('pencil')}</span>
  <span class="grow"><span class="place">${item.label}</span>
    <span class="card-detail">${tCode('kind', item.kind, 'kind.other')}${t('date.comma')}${t('draft.kept')}</span></span>
  <span class="go">${icon('chevron-right')}</span></a>`;

/** Where at the secretary's desk something is written. @type {Record<string, string>} */
const DESK_PARTS = { minutes: 'minutes', decision: 'minutes', action_item: 'minutes', agenda_item: 'agenda' };

/** @param {import('../../lib/outbox/item.js').Item} item */
function draftHref({ kind, about, order_key, label }) {
  if (kind === 'assistance_visit') return link('/tasks/:id', { id: about ?? '' });
  if (kind === 'assistance_need') return link('/needs/new/:household', { household: order_key }, { label });
  if (kind === 'feedback') return '#/deliberation/feedback/new';
  if (order_key.startsWith('session/')) return link('/deliberation/sessions/:id/desk', { id: about ?? '' }, { part: DESK_PARTS[kind] ?? 'room' });
  return link('/doors/:canvass/:household', { canvass: about ?? '', household: order_key }, { label });
}
