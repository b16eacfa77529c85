import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { yuan } from '../../../lib/money.js';
import { check, comparison, scheme, shares } from '../../../store/deliberation/cost_plans/plans.js';
import { button } from '../../../ui/button.js';
import { notice } from '../../../ui/notice.js';
import { asking, unask } from '../../office/ask.js';
import { whenWords } from '../../dates.js';
import { shown } from '../../reading.js';
import { compared, reopenComparison } from './compared.js';
import { floorBars } from './floors-table.js';
import { myHomes } from './my-home.js';
import { schemeDesk } from './scheme-desk.js';
import { rulesOf } from './scheme-rules.js';
import { reopenPicture, sharePicture } from './share-picture.js';
import { methodWords } from './words.js';

/** @typedef {import('../../../store/deliberation/cost_plans/plans.js').Scheme} Scheme */

/** @param {import('../../../lib/router.js').Place} place */
export function enter({ params }) {
  check.forget();
  comparison.forget();
  shares.forget();
  const id = params.id ?? '';
  void scheme.load(id);
  reopenPicture(id);
  reopenComparison(id);
}
export const leave = unask;

/** A scheme: my home and the formula first, then every storey, the building, and who gains. @param {import('../../../lib/router.js').Place} place */
export const view = ({ params }) => ({
  title: scheme.reading.value.value?.scheme.title ?? t('cost_plans.scheme'),
  back: scheme.reading.value.value ? link('/deliberation/cost-plans/:id', { id: scheme.reading.value.value.plan.id }) : '#/deliberation/cost-plans',
  wide: true,
  body: html`${shown(scheme.reading.value, (all) => html`
    <div class="stack-wide">${head(all.scheme)}${myHomes(all.mine, all.scheme.scopes)}
      <section class="section stack"><h2>${t('cost_plans.floors')}</h2><p class="soft numbers">${spreadWords(all.scheme)}</p>${floorBars(all.scheme)}</section>
      ${rulesOf(all.scheme)}${schemeDesk(all)}</div>
    <div class="beside-detail stack-wide">${sharePicture(all.scheme)}${compared(all.scheme, all.plan)}${proof(all.scheme)}${history(all.versions)}</div>`,
  () => scheme.load(params.id))}${asking()}`,
});

/** @param {Scheme} one */
const head = (one) => html`<div class="stack-tight"><p><b>${methodWords(one.method)}</b></p>
  <p class="soft">${t(`cost_plans.method_more.${one.method}`)}</p>
  ${one.adopted ? notice({ kind: 'good', title: t('cost_plans.adopted'), body: t('cost_plans.adopted_more') }) : null}
  ${one.roster_changed ? notice({ kind: 'warn', title: t('cost_plans.roster_changed'), body: t('cost_plans.changed_more') }) : null}
  ${one.scopes_changed ? notice({ kind: 'warn', title: t('cost_plans.scopes_changed'), body: t('cost_plans.changed_more') }) : null}</div>`;

/** @param {Scheme} one */
const spreadWords = ({ spread }) => t('cost_plans.spread', { least: yuan(spread.least), middle: yuan(spread.middle), most: yuan(spread.most) });

/** Anyone may have it worked out again. @param {Scheme} one */
function proof(one) {
  const { value, state } = check.reading.value;
  return html`<section class="section stack"><h2>${t('cost_plans.proof')}</h2><p class="soft">${t('cost_plans.proof_how')}</p>
    ${value ? notice(value.agrees ? { kind: 'good', title: t('cost_plans.proof_good', { n: value.homes }) } : { kind: 'bad', title: t('cost_plans.proof_bad') }) : null}
    ${state === 'failed' ? notice({ kind: 'warn', title: t('reading.failed') }) : null}
    <p class="receipt">${one.shares_digest}</p>
    ${button({ label: t('cost_plans.proof_again'), icon: 'calculator', onClick: () => check.load(one.id) })}</section>`;
}

/** @param {import('../../../store/deliberation/cost_plans/plans.js').Schemas['VersionOut'][]} all */
const history = (all) => (all.length > 1 ? html`<section class="section"><h2>${t('cost_plans.versions')}</h2>
  <ul class="cards">${all.map((one) => html`<li class="card" key=${one.number}><span class="card-title">${t('cost_plans.version', { n: one.number })} · ${one.title}</span>
    <span class="card-detail">${whenWords(one.computed_at)} · ${methodWords(one.method)} · ${t('cost_plans.yuan', { yuan: yuan(one.net_fen) })}</span></li>`)}</ul></section>` : null);
