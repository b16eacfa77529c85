import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { bands } from '../../../store/deliberation/cost_plans/floors.js';
import { roundYuan, yuan } from '../../../lib/money.js';

/**
 * Storeys and what their homes pay.
 * @typedef {import('../../../store/deliberation/cost_plans/plans.js').Scheme} Scheme
 * @typedef {Scheme['floors'][number]} Floor
 */

/** From least to most of a storey as a bar beside its figures. @param {{ floors: Floor[], spread: Scheme['spread'] }} props */
export function floorBars({ floors, spread }) {
  const most = Math.max(1, spread.most);
  return html`<div class="floor-bars" role="group" aria-label=${t('cost_plans.floors')}>${bands(floors, aboutTheSame).map(merged).map(({ from, to, least, top }) => html`
    <div class="floor-bar" key=${to}><b class="numbers">${bandWords(from, to)}</b>
      <svg aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 10"><rect class="track" width="100" height="10" />
        <rect class="part" width=${(least / most) * 100} height="10" /><rect class="part-more" x=${(least / most) * 100} width=${((top - least) / most) * 100} height="10" /></svg>
      <span class="numbers">${rangeWords(least, top)}</span></div>`)}</div>`;
}

/** A fen that rounding left over makes no line of its own. @param {Floor} row */
const aboutTheSame = ({ least, most }) => `${roundYuan(least)}/${roundYuan(most)}`;

/** @param {{ from: number, to: number, rows: Floor[] }} band */
const merged = ({ from, to, rows }) => ({ from, to, least: Math.min(...rows.map(({ least }) => least)), top: Math.max(...rows.map(({ most }) => most)) });

/** @param {number} from @param {number} to */
export const bandWords = (from, to) => (from === to ? t('building.floor', { floor: from }) : t('cost_plans.floors_range', { from, to }));

/** @param {number} least @param {number} most */
const rangeWords = (least, most) => (most - least <= 1 ? yuan(least) : t('cost_plans.range', { least: yuan(least), most: yuan(most) }));

/** Schemes side by side, one storey a line, to the yuan. @param {{ title: string, floors: Floor[] }[]} schemes */
export function floorsBeside(schemes) {
  const storeys = [...new Set(schemes.flatMap(({ floors }) => floors.map(({ floor }) => floor)))].sort((a, b) => b - a);
  const at = schemes.map(({ floors }) => new Map(floors.map((one) => [one.floor, one])));
  return html`<div class="scroll-x" role="region" aria-label=${t('cost_plans.beside')} tabindex="0"><table class="figures">
    <caption class="visually-hidden">${t('cost_plans.beside')}</caption>
    <thead><tr><th scope="col">${t('cost_plans.floor')}</th>${schemes.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead>
    <tbody>${bands(storeys.map((floor) => ({ floor, cells: at.map((rows) => cellWords(rows.get(floor))) })), ({ cells }) => cells.join()).map(({ from, to, rows: [first] }) => html`<tr key=${to}>
      <th scope="row"><span class="in-column">${from === to ? from : `${from}–${to}`}</span><span class="alone">${bandWords(from, to)}</span></th>${first?.cells.map((words, nth) => html`<td data-of=${schemes[nth]?.title}>${words}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

/** @param {Floor | undefined} row */
function cellWords(row) {
  if (!row) return '–';
  const [least, most] = [roundYuan(row.least), roundYuan(row.most)];
  return least === most ? least : `${least}–${most}`;
}
