import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { buildings } from '../../../store/community/buildings.js';
import { goInstead, say } from '../../../store/navigation.js';
import { startElection } from '../../../store/deliberation/representatives/elections.js';
import { selectField, textField } from '../../../ui/field.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { shown } from '../../reading.js';
import { need } from './assembly-questions.js';

/** @typedef {import('../../../lib/router.js').Place} Place */

const form = createForm(() => ({ building_id: '', seats: '1', term_from: '', term_until: '' }));

/** @param {Place} place */
export function enter({ query }) {
  void buildings.load();
  const given = query.get('building');
  if (given) form.answer({ building_id: given, seats: query.get('seats') ?? '1' });
}

/** @param {Place} place */
export const view = (place) => ({
  title: t(place.query.get('runoff') ? 'representatives.runoff' : 'representatives.start_election'), back: '#/deliberation/elections',
  body: shown(buildings.reading.value, (all) => askedForm({
    form, place, doneLabel: t('representatives.start_do'), onDone: () => send(place.query.get('runoff')),
    questions: [
      { id: 'building', errors: () => need(form, 'building_id', t('representatives.error.building')), body: () => selectField({ ...form.field('building_id'), label: t('representatives.building'),
        options: [{ value: '', label: t('representatives.choose') }, ...all.map(({ id, name }) => ({ value: id, label: name }))] }) },
      { id: 'seats', body: () => selectField({ ...form.field('seats'), label: t('representatives.how_many'),
        options: ['1', '2', '3'].map((n) => ({ value: n, label: t('representatives.seats', { n }) })) }) },
      { id: 'term', errors: () => ({ ...need(form, 'term_from', t('representatives.error.day')), ...need(form, 'term_until', t('representatives.error.day')) }), body: () => html`<div class="pair">
        ${textField({ ...form.field('term_from'), type: 'date', label: t('representatives.term_from') })}
        ${textField({ ...form.field('term_until'), type: 'date', min: form.state.value.values.term_from, label: t('representatives.term_until') })}</div>` },
    ],
  }), () => buildings.load()),
});

/** @param {string | null} runoff_of */
async function send(runoff_of) {
  const made = await form.submit(({ seats, ...values }, id) => startElection({ id, ...values, seats: Number(seats), runoff_of }));
  if (!made) return;
  say(t('representatives.started'));
  goInstead(link('/deliberation/elections/:id', { id: made.id }));
}
