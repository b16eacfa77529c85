import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { buildings } from '../../../store/community/buildings.js';
import { goInstead, say } from '../../../store/navigation.js';
import { appoint } from '../../../store/deliberation/representatives/mandates.js';
import { neighbours } from '../../../store/deliberation/representatives/elections.js';
import { choose } from '../../../ui/choices.js';
import { selectField, textField } from '../../../ui/field.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { shown } from '../../reading.js';
import { assemblyQuestions, emptyMinutes, minutesBody, need } from './assembly-questions.js';

/**
 * A building's assembly appointed who speaks for it, or who stands in for them.
 * @typedef {import('../../../lib/router.js').Place} Place
 */

const form = createForm(() => ({ ...emptyMinutes(), building_id: '', account_id: '', term_from: '', term_until: '' }));

/** @param {Place} place */
export function enter({ query }) {
  void buildings.load();
  const given = query.get('building');
  if (given && form.state.peek().values.building_id !== given) chooseBuilding(given);
}

/** @param {string} building_id */
function chooseBuilding(building_id) {
  form.answer({ building_id, account_id: '' });
  if (building_id) void neighbours.load(building_id);
}

/** @param {Place} place */
export const view = (place) => ({
  title: t(place.query.get('for') ? 'representatives.name_substitute' : 'representatives.appoint'), back: '#/deliberation/representatives/all',
  body: shown(buildings.reading.value, (all) => askedForm({
    form, place, doneLabel: t('representatives.appoint_do'), onDone: () => send(place.query.get('for')),
    questions: [
      { id: 'building', errors: () => need(form, 'building_id', t('representatives.error.building')), body: () => buildingField(all) },
      { id: 'person', errors: () => need(form, 'account_id', t('representatives.error.person')), body: personField },
      { id: 'term', errors: () => ({ ...need(form, 'term_from', t('representatives.error.day')), ...need(form, 'term_until', t('representatives.error.day')) }), body: termFields },
      ...assemblyQuestions(form),
    ],
  }), () => buildings.load()),
});

/** @param {import('../../../types/model.js').Building[]} all */
const buildingField = (all) => selectField({ ...form.field('building_id'), label: t('representatives.building'),
  options: [{ value: '', label: t('representatives.choose') }, ...all.map(({ id, name }) => ({ value: id, label: name }))], onInput: chooseBuilding });

function personField() {
  const { values, errors } = form.state.value;
  if (!values.building_id) return html`<p class="soft">${t('representatives.building_first')}</p>`;
  return shown(neighbours.reading.value, (all) => (all.length ? choose({
    id: 'account_id', legend: t('representatives.who'), value: values.account_id || null, error: errors.account_id,
    options: all.map(({ account_id, name, household_code }) => ({ value: account_id, label: name, more: household_code })),
    onChange: (account_id) => form.answer({ account_id }),
  }) : html`<p>${t('representatives.no_accounts')}</p>`), () => neighbours.load(values.building_id));
}

const termFields = () => html`<div class="pair">
  ${textField({ ...form.field('term_from'), type: 'date', label: t('representatives.term_from') })}
  ${textField({ ...form.field('term_until'), type: 'date', min: form.state.value.values.term_from, label: t('representatives.term_until') })}</div>`;

/** @param {string | null} first the mandate that a substitute stands in for */
async function send(first) {
  const done = await form.submit(({ building_id, account_id, term_from, term_until, ...minutes }, id) =>
    appoint({ id, building_id, account_id, term_from, term_until, stands_in_for: first, ...minutesBody(minutes) }, minutes.photos));
  if (!done) return;
  say(t(done.standing === 'to_come' ? 'representatives.appointed_later' : 'representatives.appointed', { name: done.name, day: day(done.from_on) }));
  goInstead('#/deliberation/representatives/all');
}
