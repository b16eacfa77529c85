import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { buildings } from '../../../store/community/buildings.js';
import { openProject } from '../../../store/community/projects.js';
import { goInstead, say } from '../../../store/navigation.js';
import { button, linkButton } from '../../../ui/button.js';
import { choose, chooseSeveral } from '../../../ui/choices.js';
import { textArea, textField } from '../../../ui/field.js';
import { empty } from '../../../ui/waiting.js';
import { shown } from '../../reading.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';

/** @typedef {import('../../../lib/router.js').Place} Place */

const KINDS = /** @type {const} */ (['lift_renewal', 'lift_addition', 'pipes', 'facade', 'roof', 'fire_safety', 'parking', 'greening', 'other']);

const form = createForm(() => ({ kind: 'lift_renewal', name: '', building_ids: /** @type {string[]} */ ([]), summary: '' }));

export const enter = () => void buildings.load();

/** @param {Place} place */
export const view = (place) => ({
  title: t('office.project.new'), back: '#/office/projects',
  body: shown(buildings.reading.value, (all) => (all.length ? asked(place, all)
    : empty({ icon: 'building-2', title: t('buildings.none'), body: t('office.project.roster_first'), action: linkButton({ label: t('office.place.roster'), href: '#/office/roster' }) })), enter),
});

/** @param {Place} place @param {import('../../../types/model.js').Building[]} all */
const asked = (place, all) => askedForm({
  form, place, doneLabel: t('office.project.make'), onDone: send,
  questions: [
    { id: 'kind', body: () => choose({ id: 'kind', legend: t('office.project.kind'), value: form.state.value.values.kind,
      options: KINDS.map((value) => ({ value, label: t(`office.project.kind.${value}`) })), onChange: (kind) => form.answer({ kind }) }) },
    { id: 'name', errors: () => need('name', t('office.project.error.name')), body: () => html`<div class="stack">
      ${textField({ ...form.field('name'), label: t('office.project.name'), hint: t('office.project.name_hint') })}
      ${textArea({ ...form.field('summary'), label: t('office.project.summary'), hint: t('office.project.summary_hint'), rows: 3 })}</div>` },
    { id: 'buildings', errors: buildingErrors, body: () => buildingTicks(all) },
  ],
});

/** @param {import('../../../types/model.js').Building[]} all */
const buildingTicks = (all) => html`<div class="stack">
  ${chooseSeveral({ id: 'building_ids', legend: t('office.project.buildings'), error: form.state.value.errors.building_ids, across: true, values: form.state.value.values.building_ids,
    options: all.map(({ id, name, code, households }) => ({ value: id, label: name || t('building.name', { code }), more: t('office.people.doors', { n: households }) })),
    onChange: (building_ids) => form.answer({ building_ids }) })}
  ${button({ label: t('office.assign.all'), kind: 'quiet', onClick: () => form.answer({ building_ids: all.map(({ id }) => id) }) })}</div>`;

/** @param {'name'} id @param {string} words @returns {Record<string, string>} */
const need = (id, words) => (form.state.peek().values[id].trim() ? {} : { [id]: words });

/** @returns {Record<string, string>} */
const buildingErrors = () => (form.state.peek().values.building_ids.length ? {} : { building_ids: t('office.project.error.buildings') });

async function send() {
  const made = await form.submit((values, id) => openProject({ ...values, id, name: values.name.trim(), summary: values.summary.trim() || values.name.trim() }));
  if (!made) return;
  say(t('office.project.made'));
  goInstead(link('/office/projects/:id', { id: made.id }));
}
