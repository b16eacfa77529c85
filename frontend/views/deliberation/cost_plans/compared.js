import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { roundYuan, yuan } from '../../../lib/money.js';
import { bands } from '../../../store/deliberation/cost_plans/floors.js';
import { comparison } from '../../../store/deliberation/cost_plans/plans.js';
import { signal } from '../../../vendor/signals.js';
import { selectField } from '../../../ui/field.js';
import { icon } from '../../../ui/icon.js';
import { shown } from '../../reading.js';
import { bandWords } from './floors-table.js';

/**
 * @typedef {import('../../../store/deliberation/cost_plans/plans.js').Comparison} Comparison
 * @typedef {Comparison['floors'][number]} Row
 * @typedef {import('../../../store/deliberation/cost_plans/plans.js').Plan} Plan
 * @typedef {import('../../../store/deliberation/cost_plans/plans.js').Scheme} Scheme
 */

/** Which two are held against each other, as `scheme/other`. */
const pair = signal('');

/** Whoever comes back to a scheme finds the other one still beside it. @param {string} id */
export function reopenComparison(id) {
  const [scheme, other] = pair.peek().split('/');
  if (scheme === id && other) void comparison.load(pair.peek());
}

/** Who gains and who loses when another scheme takes this one's place. @param {Scheme} one @param {Plan} plan */
export function compared(one, plan) {
  const others = plan.schemes.filter(({ id }) => id !== one.id);
  if (!others.length) return null;
  const [id, other] = pair.value.split('/');
  const here = id === one.id && other ? other : '';
  const choose = (/** @type {string} */ value) => {
    pair.value = `${one.id}/${value}`;
    if (value) void comparison.load(pair.peek());
  };
  return html`<section class="section stack"><h2>${t('cost_plans.compare')}</h2>
    ${selectField({ id: 'other', label: t('cost_plans.compare_with'), value: here, onInput: choose,
      options: [{ value: '', label: t('cost_plans.choose') }, ...others.map(({ id: value, title }) => ({ value, label: title }))] })}
    ${here ? shown(comparison.reading.value, told, () => comparison.load(pair.peek())) : null}</section>`;
}

/** @param {Comparison} found */
const told = (found) => html`
  <div class="figure-row">${figure(found.gain, t('cost_plans.gain'), icon('trending-down'))}${figure(found.lose, t('cost_plans.lose'), icon('trending-up'))}${figure(found.same, t('cost_plans.same'), icon('equal'))}</div>
  <ul class="stack-tight numbers">${bands(found.floors, (row) => changeWords(row, roundYuan)).map(({ from, to, rows }) => html`<li key=${to}><b>${bandWords(from, to)}</b> ${changeWords(together(rows))}</li>`)}</ul>`;

/** Storeys that differ by what rounding left over are one line. @param {Row[]} rows @returns {Pick<Row, 'least_change' | 'most_change' | 'gain' | 'lose'>} */
const together = (rows) => ({
  least_change: Math.min(...rows.map(({ least_change }) => least_change)), most_change: Math.max(...rows.map(({ most_change }) => most_change)),
  gain: rows.reduce((sum, { gain }) => sum + gain, 0), lose: rows.reduce((sum, { lose }) => sum + lose, 0),
});

/** @param {number} n @param {string} words @param {unknown} drawn */
const figure = (n, words, drawn) => html`<div class="figure"><b>${n}</b><span>${drawn} ${words}</span></div>`;

/** @param {Pick<Row, 'least_change' | 'most_change' | 'gain' | 'lose'>} row @param {(fen: number) => string} [sum] */
function changeWords({ least_change, most_change, gain, lose }, sum = yuan) {
  if (gain && lose) return t('cost_plans.change_both', { less: sum(-least_change), more: sum(most_change) });
  if (gain) return t('cost_plans.change_less', { from: sum(-most_change), to: sum(-least_change) });
  return lose ? t('cost_plans.change_more', { from: sum(least_change), to: sum(most_change) }) : t('cost_plans.change_none');
}
