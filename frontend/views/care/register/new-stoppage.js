import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { momentThere, stopLift } from '../../../store/care/register/direct.js';
import { buildings } from '../../../store/community/buildings.js';
import { projects } from '../../../store/community/projects.js';
import { goInstead, say } from '../../../store/navigation.js';
import { selectField, textArea, textField } from '../../../ui/field.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { shown } from '../../reading.js';

/** @typedef {import('../../../lib/router.js').Place} Place */

const form = createForm(() => ({ project_id: '', building_id: '', stairwell_id: '', from: '', until: '', reason: '' }));

export function enter() {
  void projects.load();
  void buildings.load();
}

/** @param {Place} place */
export const view = (place) => ({
  title: t('office.lift.new'), back: '#/office/lifts',
  body: shown(projects.reading.value, (all) => asked(place, all), enter),
});

/** @param {Place} place @param {import('../../../store/community/projects.js').Project[]} all */
function asked(place, all) {
  const known = buildings.reading.value.value ?? [];
  const stairwells = known.find(({ id }) => id === form.state.value.values.building_id)?.stairwells ?? [];
  const none = { value: '', label: '' };
  return askedForm({ form, place, doneLabel: t('office.lift.make'), onDone: send, questions: [
    { id: 'where', errors: () => ({ ...need('project_id', t('office.canvass.error.project')), ...need('building_id', t('office.invite.error.place')) }), body: () => html`<div class="stack">
      ${selectField({ ...form.field('project_id'), label: t('office.canvass.project'), options: [none, ...all.map(({ id, name }) => ({ value: id, label: name }))] })}
      ${selectField({ ...form.field('building_id'), label: t('office.invite.place'), options: [none, ...known.map(({ id, name, code }) => ({ value: id, label: name || t('building.name', { code }) }))] })}
      ${stairwells.length > 1 ? selectField({ ...form.field('stairwell_id'), label: t('office.lift.stairwell'), options: [{ value: '', label: t('office.lift.all_stairwells') }, ...stairwells.map(({ id, code }) => ({ value: id, label: t('building.stairwell', { code }) }))] }) : null}</div>` },
    { id: 'when', errors: () => need('from', t('office.lift.error.from')), body: () => html`<div class="pair">
      ${textField({ ...form.field('from'), label: t('office.lift.from'), type: 'datetime-local' })}
      ${textField({ ...form.field('until'), label: t('office.lift.until'), hint: t('office.lift.until_hint'), type: 'datetime-local', min: form.state.value.values.from })}</div>` },
    { id: 'why', errors: () => need('reason', t('office.error.reason')), body: () => textArea({ ...form.field('reason'), label: t('office.lift.reason'), hint: t('office.lift.reason_hint'), rows: 3 }) },
  ] });
}

/** @param {'project_id' | 'building_id' | 'from' | 'reason'} id @param {string} words @returns {Record<string, string>} */
const need = (id, words) => (form.state.peek().values[id].trim() ? {} : { [id]: words });

async function send() {
  const made = await form.submit(({ from, until, reason, stairwell_id, ...where }, id) => stopLift({
    ...where, id, stairwell_id: stairwell_id || null, stopped_from: momentThere(from), stopped_until: until ? momentThere(until) : null, reason: reason.trim(),
  }));
  if (!made) return;
  say(t('office.lift.made'));
  goInstead('#/office/lifts');
}
