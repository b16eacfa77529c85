import { day, t } from '../../../lib/i18n.js';
import { dateIn, timeIn } from '../../../lib/calendar.js';
import { timeZone } from '../../../store/sync/outbox.js';

/**
 * Sessions in words that everybody understands.
 * @typedef {import('../../../types/model.js').Session} Session
 * @typedef {import('../../../types/model.js').AgendaItem} AgendaItem
 */

/** @param {Pick<Session, 'kind' | 'title'>} one */
export const titleOf = ({ kind, title }) => title || t(`sessions.kind.${kind}`);

/** @param {Pick<Session, 'starts_at'>} one */
export function whenOf({ starts_at }) {
  const ms = Date.parse(starts_at);
  return `${day(dateIn(ms, timeZone.value))} ${timeIn(ms, timeZone.value)}`;
}

/** @param {AgendaItem} item */
export function itemTitle(item) {
  if (item.title || !item.feedback_kind) return item.title;
  const where = item.building_code === null ? t('sessions.outside') : t('sessions.building', { code: item.building_code });
  return t('sessions.reports_of', { what: t(`sessions.about.${item.feedback_kind}`), where, n: item.reports.length });
}

/** The mark a session's state is told by. @param {Session['state']} state */
export const markOf = (state) => (state === 'in_session' ? 'need' : state === 'published' || state === 'signed_off' ? 'talked' : state === 'cancelled' ? 'left_alone' : state === 'planned' ? 'none' : 'waiting');

/** @param {number} seconds */
export const clockWords = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
