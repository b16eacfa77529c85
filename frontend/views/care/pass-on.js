import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { link } from '../../lib/router.js';
import { passOn } from '../../store/care/tasks.js';
import { reading, taskOf, todayResource } from '../../store/care/today.js';
import { helpers, nameOf, team } from '../../store/identity/helpers.js';
import { goInstead, say } from '../../store/navigation.js';
import { choose } from '../../ui/choices.js';
import { selectField, textArea } from '../../ui/field.js';
import { empty } from '../../ui/waiting.js';
import { askedForm } from '../office/asked-form.js';
import { createForm } from '../office/form.js';
import { shown } from '../reading.js';
import { placeOf } from './cards.js';

/** @typedef {import('../../lib/router.js').Place} Place */

const form = createForm(() => ({ of: '', to: '', account: '', reason: '' }));

/** @param {Place} place */
export async function enter({ params }) {
  if (form.state.peek().values.of !== params.id) form.begin({ of: params.id ?? '' });
  void team.load();
  if (!reading.peek().value) await todayResource.load();
}

/** A task that was taken on and cannot be done after all: to a named neighbour, or to whoever can. @param {Place} place */
export const view = (place) => ({
  title: t('task.pass_on'), back: link('/tasks/:id', { id: place.params.id ?? '' }),
  body: shown(reading.value, () => asked(place), () => todayResource.load()),
});

/** @param {Place} place */
function asked(place) {
  const task = taskOf(place.params.id ?? '');
  if (!task) return empty({ icon: 'circle-check', title: t('task.gone'), body: t('task.gone_more') });
  return html`<div class="stack"><p class="place">${placeOf(task)}</p>${askedForm({ form, place, doneLabel: t('task.pass.done'), onDone: () => send(task.id), questions: [
    { id: 'to', errors: toErrors, body: who },
    { id: 'reason', errors: reasonErrors,
      body: () => textArea({ ...form.field('reason'), label: t('task.pass.why'), hint: t('task.pass.why_hint'), rows: 3 }) },
  ] })}</div>`;
}

const who = () => html`<div class="stack">
  ${choose({ id: 'to', legend: t('task.pass.who'), error: form.state.value.errors.to, value: form.state.value.values.to, onChange: (to) => form.answer({ to }),
    options: [{ value: 'one', label: t('task.pass.one'), more: t('task.pass.one_more') }, { value: 'anybody', label: t('task.pass.anybody'), more: t('task.pass.anybody_more') }] })}
  ${form.state.value.values.to === 'one' ? shown(team.reading.value, () => selectField({ ...form.field('account'), label: t('task.pass.name'),
    options: [{ value: '', label: '' }, ...helpers()] }), () => team.load()) : null}</div>`;

/** @returns {Record<string, string>} */
function toErrors() {
  const { to, account } = form.state.peek().values;
  if (!to) return { to: t('task.pass.error.to') };
  return to === 'one' && !account ? { account: t('task.pass.error.account') } : {};
}

/** @returns {Record<string, string>} */
const reasonErrors = () => (form.state.peek().values.reason.trim() ? {} : { reason: t('task.pass.error.reason') });

/** @param {string} task */
async function send(task) {
  const { to, account } = form.state.peek().values;
  const done = await form.submit(async ({ reason }, key) => {
    await passOn(task, { to: to === 'one' ? account : null, reason: reason.trim() }, key);
    return true;
  });
  if (!done) return;
  say(to === 'one' ? t('task.pass.asked', { name: nameOf(account) }) : t('task.declined'));
  goInstead('#/tasks');
}
