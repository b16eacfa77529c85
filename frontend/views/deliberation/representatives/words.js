import { day, t } from '../../../lib/i18n.js';

/** @param {import('../../../types/model.js').Mandate} one */
export const termWords = ({ basis, from_on, until_on }) =>
  t(`representatives.basis.${basis}`, { from: longDay(from_on), until: longDay(until_on) });

/** @param {string} date */
export const longDay = (date) => day(date, { year: 'numeric', month: 'long', day: 'numeric' });
