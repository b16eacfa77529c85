import { t } from '../../../lib/i18n.js';

/** Days from one date to another. @param {string} from @param {string} to `2026-03-08` */
export const daysBetween = (from, to) => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** How long one can still vote, in words. @param {string} closesOn @param {string} today */
export function daysLeft(closesOn, today) {
  const n = daysBetween(today, closesOn);
  return n <= 0 ? t('ballots.last_day') : t('ballots.days_left', { n });
}
