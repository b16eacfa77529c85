import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { holidays, strikeHoliday } from '../../../store/care/register/holidays.js';
import { say } from '../../../store/navigation.js';
import { today } from '../../../store/sync/outbox.js';
import { button, linkButton } from '../../../ui/button.js';
import { empty } from '../../../ui/waiting.js';
import { ask, asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';

/** @typedef {import('../../../store/care/register/holidays.js').Holiday} Holiday */

export const enter = () => void holidays.load();
export const leave = unask;

/** Days on which recurring help rests; what cannot rest, stairs without a lift, goes on. */
export const view = () => ({
  title: t('office.place.holidays'), back: '#/office',
  body: html`<div class="stack-wide"><p class="soft">${t('office.holiday.how')}</p>
    ${linkButton({ label: t('office.holiday.new'), href: '#/office/holidays/new', kind: 'primary', icon: 'plus' })}
    ${shown(holidays.reading.value, list, enter)}${asking()}</div>`,
});

/** @param {Holiday[]} all */
function list(all) {
  const coming = all.filter(({ on_day }) => on_day >= today.value);
  if (!coming.length) return empty({ icon: 'calendar-check', title: t('office.holiday.none'), body: t('office.holiday.none_more') });
  return html`<ul class="cards">${coming.map((one) => html`<li class="card row-apart" key=${one.id}>
    <span><span class="card-title">${one.name}</span><span class="card-detail">${day(one.on_day, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' })}</span></span>
    ${button({ label: t('office.holiday.strike'), kind: 'quiet', onClick: () => askToStrike(one) })}</li>`)}</ul>`;
}

/** @param {Holiday} one */
const askToStrike = (one) => ask({
  title: t('office.holiday.strike_title', { name: one.name }), body: t('office.holiday.strike_body'), yes: t('office.holiday.strike'),
  then: (_reason, key) => strikeHoliday(one.id, key), after: () => say(t('office.holiday.struck')),
});
