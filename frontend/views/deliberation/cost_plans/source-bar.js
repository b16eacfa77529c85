import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { yuan } from '../../../lib/money.js';
import { sourceWords } from './words.js';

/** The order in which sources are taken; what is left is the homes'. */
const KINDS = ['policy_subsidy', 'common_revenue', 'maintenance_fund', 'other'];

/**
 * From the total to what the homes share, as one bar. Each part has a pattern and a number, and the lines
 * below say the same in figures.
 * @param {{ total_fen: number, net_fen: number, by_source: Record<string, number> }} totals
 */
export function sourceBar({ total_fen, net_fen, by_source }) {
  const parts = [
    ...KINDS.filter((kind) => by_source[kind]).map((kind) => ({ kind, label: sourceWords(kind), fen: by_source[kind] ?? 0 })),
    { kind: 'net', label: t('cost_plans.net'), fen: net_fen },
  ];
  return html`<figure class="money">
    <p class="row-apart"><span class="label">${t('cost_plans.total')}</span><b class="money-total">${t('cost_plans.yuan', { yuan: yuan(total_fen) })}</b></p>
    <div class="money-bar" aria-hidden="true">${parts.map(({ kind, fen }, at) => html`<i class=${`money-part money-${kind}`} style=${`flex-grow:${fen}`}><b>${at + 1}</b></i>`)}</div>
    <ul class="money-lines">${parts.map(({ kind, label, fen }, at) => html`<li key=${kind} class=${kind === 'net' ? 'money-line money-line-net' : 'money-line'}>
      <i class=${`money-key money-${kind}`} aria-hidden="true"><b>${at + 1}</b></i><span class="grow">${kind === 'net' ? label : t('cost_plans.less', { source: label })}</span>
      <b class="numbers">${yuan(fen)}</b></li>`)}</ul>
  </figure>`;
}
