import { dateIn, momentAt, timeIn } from '../../../lib/calendar.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { say } from '../../../store/navigation.js';
import { soon } from '../../../store/deliberation/sessions/room.js';
import { postponeSession } from '../../../store/deliberation/sessions/sessions.js';
import { timeZone, today } from '../../../store/sync/outbox.js';
import { button } from '../../../ui/button.js';
import { errorSummary } from '../../../ui/error-summary.js';
import { textArea, textField } from '../../../ui/field.js';
import { notice } from '../../../ui/notice.js';
import { createForm } from '../../office/form.js';

/**
 * A session that has not begun can be put on another day or in another place; where its day is over or nobody
 * has said where, it has to be.
 * @typedef {import('../../../types/model.js').SessionDetail} SessionDetail
 */

const form = createForm(() => ({ of: '', day: '', time: '', place: '', why: '' }));

/** @param {SessionDetail} one @param {string} state */
export function postponing(one, state) {
  if (state !== 'planned' && state !== 'noticed') return null;
  if (form.state.peek().values.of !== one.id) beginFor(one);
  const over = one.held_on < today.value;
  const { errors, busy } = form.state.value;
  return html`${over ? notice({ kind: 'warn', title: t('sessions.day_over'), body: t('sessions.day_over_more') }) : null}
    ${one.place ? null : notice({ kind: 'warn', title: t('sessions.no_place'), body: t('sessions.no_place_more') })}
    <details open=${over || !one.place}><summary><u>${t('sessions.postpone')}</u></summary><div class="stack">
      <p class="soft">${t('sessions.postpone_more')}</p>${errorSummary(errors)}
      <div class="pair">${textField({ ...form.field('day'), label: t('sessions.plan_day'), type: 'date', min: today.value })}
        ${textField({ ...form.field('time'), label: t('sessions.plan_time'), type: 'time' })}</div>
      ${textField({ ...form.field('place'), label: t('sessions.plan_place'), maxlength: 200 })}
      ${textArea({ ...form.field('why'), label: t('sessions.postpone_why'), rows: 2, maxlength: 2000 })}
      ${button({ label: t('sessions.postpone'), wide: true, busy, onClick: () => postpone(one) })}</div></details>`;
}

/** As it stands, but for a day that is over. @param {SessionDetail} one */
const beginFor = ({ id, held_on, starts_at, place }) => form.begin({
  of: id, day: held_on < today.peek() ? '' : held_on, time: timeIn(Date.parse(starts_at), timeZone.peek()), place,
});

/** @param {SessionDetail} one */
async function postpone(one) {
  const { day, time, place, why } = form.state.peek().values;
  /** @type {Record<string, string>} */
  const missing = {};
  if (!day) missing.day = t('sessions.error.day');
  if (!time) missing.time = t('sessions.error.time');
  if (!place.trim()) missing.place = t('sessions.error.place');
  if (!why.trim()) missing.why = t('office.error.reason');
  const done = await form.submit(async (_values, id) => {
    await postponeSession(one.id, id, { starts_at: momentAt(day, time, timeZone.peek()), place: place.trim(), reason: why.trim() });
    return true;
  }, missing);
  if (!done) return;
  soon();
  say(t('sessions.postponed', { day: dateIn(Date.parse(momentAt(day, time, timeZone.peek())), timeZone.peek()) }));
}
