import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { yuan } from '../../../lib/money.js';
import { bands } from '../../../store/deliberation/cost_plans/floors.js';
import { comparison } from '../../../store/deliberation/cost_plans/plans.js';
import { signal } from '../../../vendor/signals.js';
import { selectField } from '../../../ui/field.js';
import { icon } from '../../../ui/icon.js';
import { shown } from '../../reading.js';
import { bandWords } from './floors-table.js';

/**
 * @typedef {import('../../../store/deliberation/cost_plans/plans.js').Comparison} Comparison
 * @typedef {import('../../../store/deliberation/cost_plans/plans.js').Plan} Plan
 * @typedef {import('../../../store/deliberation/cost_plans/plans.js').Scheme} Scheme
 */

/** Which two are held against each other, as `scheme/other`. */
const pair = signal('');

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
  <div class="figure-row">${figure(found.gain, t('cost_plans.gain'), 'trending-down')}${figure(found.lose, t('cost_plans.lose'), 'trending-up')}${figure(found.same, t('cost_plans.same'), 'equal')}</div>
  <ul class="stack-tight numbers">${bands(found.floors, changeWords).map(({ from, to, rows: [row] }) => (row ? html`<li key=${to}><b>${bandWords(from, to)}</b> ${changeWords(row)}</li>` : null))}</ul>`;

/** @param {number} n @param {string} words @param {string} drawn */
const figure = (n, words, drawn) => html`<div class="figure"><b>${n}</b><span>${icon(drawn)} ${words}</span></div>`;

/** @param {Comparison['floors'][number]} row */
function changeWords({ least_change, most_change, gain, lose }) {
  if (gain && lose) return t('cost_plans.change_both', { less: yuan(-least_change), more: yuan(most_change) });
  if (gain) return t('cost_plans.change_less', { from: yuan(-most_change), to: yuan(-least_change) });
  return lose ? t('cost_plans.change_more', { from: yuan(least_change), to: yuan(most_change) }) : t('cost_plans.change_none');
}
