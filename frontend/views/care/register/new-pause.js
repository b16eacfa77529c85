import { addDays } from '../../../lib/calendar.js';
import { t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { change, needs } from '../../../store/care/register/register.js';
import { goInstead, say } from '../../../store/navigation.js';
import { today } from '../../../store/sync/outbox.js';
import { textField } from '../../../ui/field.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { neededThere } from './needed-there.js';

/** @typedef {import('../../../lib/router.js').Place} Place */

/** Proposed: a week away. */
const DAYS = 6;
const form = createForm(() => ({ of: '', from_on: today.peek(), until_on: addDays(today.peek(), DAYS) }));

/** @param {Place} place */
export function enter({ params }) {
  if (form.state.peek().values.of !== params.id) form.begin({ of: params.id ?? '' });
  if (!needs.reading.peek().value) void needs.load('active');
}

/** Recurring help rests for some days: a stay with the children, a week in hospital. @param {Place} place */
export const view = (place) => neededThere(place, t('office.register.pause'), (one) => html`<div class="stack">
  <p><b class="place">${one.household_code}</b> ${one.kind ? tCode('need', one.kind, 'need.other') : ''}</p>
  ${askedForm({ form, place, doneLabel: t('office.register.pause_yes'), onDone: () => send(one.id), questions: [
    { id: 'days', errors, body: () => html`<div class="stack"><div class="pair">
      ${textField({ ...form.field('from_on'), label: t('office.register.pause_from'), type: 'date', min: today.value })}
      ${textField({ ...form.field('until_on'), label: t('office.register.pause_until'), type: 'date', min: form.state.value.values.from_on })}</div>
      <p class="soft">${t('office.register.pause_body')}</p></div>` },
  ] })}</div>`);

/** @returns {Record<string, string>} */
function errors() {
  const { from_on, until_on } = form.state.peek().values;
  if (!from_on) return { from_on: t('office.register.error.from') };
  return until_on >= from_on ? {} : { until_on: t('office.register.error.until') };
}

/** @param {string} need */
async function send(need) {
  const done = await form.submit(async ({ from_on, until_on }, id) => {
    await change(need, 'pauses', { id, from_on, until_on });
    return true;
  });
  if (!done) return;
  say(t('office.register.paused'));
  goInstead(`#/office/register?show=active&id=${need}`);
}
