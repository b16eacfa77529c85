import { addDays, dateIn } from '../lib/calendar.js';
import { day, moment, t } from '../lib/i18n.js';
import { timeZone, today } from '../store/sync/outbox.js';

/** @param {string} time RFC 3339 @returns {string} the community's date then, `2026-03-08` */
export const dayThere = (time) => dateIn(Date.parse(time), timeZone.value);

/** A moment's day in words: "8 March, Sunday". @param {string} time RFC 3339 */
export const nextDay = (time) => day(dayThere(time));

/** @param {string} time RFC 3339 */
export const whenWords = (time) => moment(Date.parse(time), timeZone.value);

/**
 * A date and part of the day: "today, evening".
 * @param {string | null} date
 * @param {string | null} part
 */
export function dueWords(date, part) {
  return [date ? dayWords(date) : '', part ? t(/** @type {import('../lib/i18n.js').Key} */ (`part.${part}`)) : ''].filter(Boolean).join(t('date.comma'));
}

/** @param {string} date */
function dayWords(date) {
  if (date === today.value) return t('date.today');
  if (date === addDays(today.value, 1)) return t('date.tomorrow');
  return day(date, { month: 'numeric', day: 'numeric', weekday: 'short' });
}
