import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { isOver, makeTask, PARTS, soonest } from '../../../store/care/register/new-task.js';
import { buildings, buildingsInOrder, picture, pictureKey } from '../../../store/community/buildings.js';
import { helpers, team } from '../../../store/identity/helpers.js';
import { goInstead, say } from '../../../store/navigation.js';
import { today } from '../../../store/sync/outbox.js';
import { choose } from '../../../ui/choices.js';
import { selectField, textArea, textField } from '../../../ui/field.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { shown } from '../../reading.js';
import { NEEDS } from '../visit-questions.js';

/** @typedef {import('../../../lib/router.js').Place} Place */

const form = createForm(() => ({
  building: '', household_id: '', kind: /** @type {import('../../../types/model.js').NeedKind | ''} */ (''), instruction: '',
  ...soonest(), assignee: '',
}));

export function enter() {
  if (!form.state.peek().values.building) form.begin();
  void buildings.load();
  void team.load();
}

/** Help that no need in the register plans: once, at this door, for whoever takes it or for somebody named. @param {Place} place */
export const view = (place) => ({
  title: t('office.task.new'), back: '#/office/tasks',
  body: shown(buildings.reading.value, () => asked(place), enter),
});

/** @param {Place} place */
const asked = (place) => askedForm({ form, place, doneLabel: t('office.task.make'), onDone: send, questions: [
  { id: 'where', errors: () => need('household_id', t('office.task.error.door')), body: where },
  { id: 'kind', errors: () => need('kind', t('need.error.kind')), body: () => choose({
    id: 'kind', legend: t('need.kind'), error: form.state.value.errors.kind, value: form.state.value.values.kind || null,
    options: NEEDS.map((value) => ({ value, label: t(`need.${value}`) })), onChange: (kind) => form.answer({ kind }) }) },
  { id: 'what', errors: () => need('instruction', t('need.error.instruction')),
    body: () => textArea({ ...form.field('instruction'), label: t('need.instruction'), hint: t('need.instruction_hint') }) },
  { id: 'when', errors: timeErrors, body: when },
  { id: 'who', body: () => selectField({ ...form.field('assignee'), label: t('office.task.who'), hint: t('office.task.who_hint'),
    options: [{ value: '', label: t('office.task.anybody') }, ...helpers()] }) },
] });

const where = () => html`<div class="stack">
  ${selectField({ ...form.field('building'), label: t('office.invite.place'), onInput: chooseBuilding,
    options: [{ value: '', label: '' }, ...buildingsInOrder.value.map(({ id, name, code }) => ({ value: id, label: name || t('building.name', { code }) }))] })}
  ${form.state.value.values.building ? shown(picture.reading.value, doors, () => chooseBuilding(form.state.peek().values.building)) : null}</div>`;

/** @param {string} building */
function chooseBuilding(building) {
  form.answer({ building, household_id: '' });
  if (building) void picture.load(pictureKey({ building, canvass: null, layer: 'plain' }));
}

/** @param {import('../../../types/model.js').Picture} drawn */
const doors = ({ stairwells }) => selectField({ ...form.field('household_id'), label: t('office.task.door'),
  options: [{ value: '', label: '' }, ...stairwells.flatMap((one) => one.doors).map(({ household_id, code }) => ({ value: household_id, label: code }))] });

const when = () => html`<div class="stack">
  ${textField({ ...form.field('day'), label: t('office.task.day'), type: 'date', min: today.value, short: true })}
  ${choose({ id: 'part', legend: t('need.part'), across: true, value: form.state.value.values.part,
    options: PARTS.map((value) => ({ value, label: t(`part.${value}`) })), onChange: (part) => form.answer({ part }) })}</div>`;

/** @param {'household_id' | 'kind' | 'instruction' | 'day'} id @param {string} words @returns {Record<string, string>} */
const need = (id, words) => (form.state.peek().values[id].trim() ? {} : { [id]: words });

/** @returns {Record<string, string>} */
function timeErrors() {
  const { day, part } = form.state.peek().values;
  return day && isOver(day, part) ? { day: t('office.task.error.over') } : need('day', t('office.task.error.day'));
}

async function send() {
  const made = await form.submit(({ household_id, kind, instruction, day, part, assignee }, id) =>
    makeTask({ id, household_id, kind: kind || 'other', title: t(`need.${kind || 'other'}`), instruction: instruction.trim(), day, part, assignee_id: assignee || null }));
  if (!made) return;
  say(t('office.task.made'));
  goInstead('#/office/tasks?show=waiting');
}
