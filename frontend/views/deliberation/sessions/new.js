import { momentAt } from '../../../lib/calendar.js';
import { t } from '../../../lib/i18n.js';
import { link } from '../../../lib/router.js';
import { goInstead, say } from '../../../store/navigation.js';
import { planSession } from '../../../store/deliberation/sessions/sessions.js';
import { timeZone } from '../../../store/sync/outbox.js';
import { choose } from '../../../ui/choices.js';
import { textField } from '../../../ui/field.js';
import { html } from '../../../lib/html.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';

/** A session to plan; its agenda comes next. */

const KINDS = /** @type {const} */ (['council', 'three_party', 'weekly']);
const form = createForm(() => ({ kind: '', title: '', place: '', day: '', time: '19:00' }));

/** @param {import('../../../lib/router.js').Place} place */
export const view = (place) => ({
  title: t('sessions.plan'), back: '#/deliberation/sessions',
  body: askedForm({ form, place, questions: questions(), doneLabel: t('sessions.plan_done'), onDone: done }),
});

/** @returns {import('../../../ui/questions.js').Question[]} */
function questions() {
  const { values, errors } = form.state.value;
  return [
    { id: 'kind', errors: () => missing('kind'), body: () => choose({ id: 'kind', legend: t('sessions.plan_kind'), error: errors.kind, value: values.kind,
      options: KINDS.map((kind) => ({ value: /** @type {string} */ (kind), label: t(`sessions.kind.${kind}`), more: t(`sessions.kind_more.${kind}`) })), onChange: (kind) => form.answer({ kind }) }) },
    { id: 'title', errors: () => missing('title'), body: () => textField({ ...form.field('title'), label: t('sessions.plan_title'), hint: t('sessions.plan_title_hint'), maxlength: 100 }) },
    { id: 'when', errors: () => ({ ...missing('day'), ...missing('time') }), body: () => html`<div class="pair">
      ${textField({ ...form.field('day'), label: t('sessions.plan_day'), type: 'date' })}${textField({ ...form.field('time'), label: t('sessions.plan_time'), type: 'time' })}</div>` },
    { id: 'place', errors: () => missing('place'), body: () => textField({ ...form.field('place'), label: t('sessions.plan_place'), maxlength: 100 }) },
  ];
}

/** @param {'kind' | 'title' | 'day' | 'time' | 'place'} name @returns {Record<string, string>} */
const missing = (name) => (form.state.peek().values[name].trim() ? {} : { [name]: t(`sessions.error.${name}`) });

async function done() {
  const { kind, title, place, day, time } = form.state.peek().values;
  const made = await form.submit((_values, id) => planSession({ id, kind, title: title.trim(), place: place.trim(), starts_at: momentAt(day, time, timeZone.peek()) }));
  if (!made) return;
  say(t('sessions.planned'));
  goInstead(link('/deliberation/sessions/:id', { id: made.id }));
}
