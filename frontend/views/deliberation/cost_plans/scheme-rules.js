import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { coefficient, yuan } from '../../../lib/money.js';
import { bandWords } from './floors-table.js';

/** @typedef {import('../../../store/deliberation/cost_plans/plans.js').Scheme} Scheme */

const BY_TIERS = ['floor_coefficient', 'coefficient_area', 'half_half'];

/** What was agreed: coefficients, who is exempt and why, who pays for reductions. @param {Scheme} one */
export const rulesOf = ({ method, tiers, exemptions, payers }) => html`
  ${BY_TIERS.includes(method) ? html`<section class="section"><h2>${t('cost_plans.tiers')}</h2>
    <dl class="facts">${tiers.map((tier) => html`<dt>${bandWords(tier.from_floor, tier.to_floor)}</dt><dd class="numbers">${coefficient(tier.thousandths)}</dd>`)}</dl></section>` : null}
  ${exemptions.length ? html`<section class="section"><h2>${t('cost_plans.exempt')}</h2>
    <dl class="facts">${exemptions.map(({ code, reason }) => html`<dt>${code}</dt><dd>${reason}</dd>`)}</dl></section>` : null}
  ${payers.length ? html`<section class="section stack-tight"><h2>${t('cost_plans.reductions')}</h2><p class="soft">${t('cost_plans.reductions_how')}</p>
    <dl class="facts">${payers.map((payer) => html`<dt>${payer.name}</dt><dd>${t('cost_plans.reduction_sum', { taken: yuan(payer.taken_fen), limit: yuan(payer.limit_fen) })}
      ${payer.homes === null ? t('cost_plans.few_homes') : t('cost_plans.homes_n', { n: payer.homes })}</dd>`)}</dl></section>` : null}`;
