import { t } from '../../../lib/i18n.js';
import { yuan } from '../../../lib/money.js';

/**
 * Values and scores in words.
 * @typedef {import('../../../store/deliberation/comparison_lists/lists.js').List} List
 * @typedef {List['criteria'][number]} Criterion
 * @typedef {List['cells'][number]['value'] | undefined} Value
 */

/** @param {Criterion | { kind: string, unit: string }} criterion @param {Value} value */
export function valueWords({ kind, unit }, value) {
  if (value === undefined || value === null) return t('comparison_lists.unknown');
  if (kind === 'price') return t('comparison_lists.yuan', { yuan: yuan(Number(value)) });
  if (kind === 'yes_no') return value ? t('comparison_lists.yes') : t('comparison_lists.no');
  return kind === 'number' ? `${value} ${unit}`.trim() : String(value);
}

/** Ten-thousandths as a score out of a hundred: `7833` → `78.33`. @param {number} n */
export const score = (n) => (n / 100).toFixed(2);

/** Points between 0 and 1. @param {number} n */
export const pointWords = (n) => (n / 10_000).toFixed(2);

/** @param {List} list @param {string} option @param {string} criterion */
export const cellOf = (list, option, criterion) => list.cells.find((cell) => cell.option === option && cell.criterion === criterion);
