import { day, t } from '../../../lib/i18n.js';
import { link } from '../../../lib/router.js';
import { linkButton } from '../../../ui/button.js';

/** @param {import('../../../types/model.js').Mandate} one */
export const termWords = ({ basis, from_on, until_on }) =>
  t(`representatives.basis.${basis}`, { from: longDay(from_on), until: longDay(until_on) });

/** @param {string} date */
export const longDay = (date) => day(date, { year: 'numeric', month: 'long', day: 'numeric' });

/** The way to the minutes of the assembly that decided. @param {string} id */
export const assemblyLink = (id) => linkButton({ label: t('representatives.assembly_read'), href: link('/deliberation/assemblies/:id', { id }), icon: 'file-text', wide: true });
