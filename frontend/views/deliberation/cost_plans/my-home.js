import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { yuan } from '../../../lib/money.js';
import { icon } from '../../../ui/icon.js';
import { readAloud } from '../../../ui/read-aloud.js';
import { formulas, reckoning } from './words.js';

/**
 * @typedef {import('../../../store/deliberation/cost_plans/plans.js').Home} Home
 * @typedef {import('../../../store/deliberation/cost_plans/plans.js').Scope} Scope
 * @typedef {import('../../../store/deliberation/cost_plans/plans.js').MineUnderScheme} MineUnderScheme
 */

/** What is to be paid in the end, where this reader may know it. @param {Home} home */
const due = (home) => home.pays_fen ?? home.share_fen;

/**
 * My home under each scheme, one tap from how it comes about.
 * @param {MineUnderScheme[]} mine
 * @param {string | null} adopted
 */
export function myHomeCard(mine, adopted) {
  const shown = mine.filter(({ homes }) => homes.length);
  if (!shown.length) return null;
  return html`<section class="section"><h2>${t('cost_plans.mine')}</h2>
    <ul class="cards">${shown.flatMap(({ id, title, homes }) => homes.map((home) => html`<li key=${id + home.code}>
      <a class="card card-link" href=${link('/deliberation/cost-schemes/:id', { id })}>
        <span class="grow"><span class="card-detail">${home.code} · ${title}${id === adopted ? ` · ${t('cost_plans.adopted')}` : ''}</span>
          <span class="mine-sum">${t('cost_plans.yuan', { yuan: yuan(due(home)) })}</span>
          <span class="card-detail">${t('cost_plans.mine_how')}</span></span>
        <span class="go">${icon('chevron-right')}</span></a></li>`))}</ul></section>`;
}

/** My homes under one scheme: the sum, the formula, and each step. @param {Home[]} mine @param {Scope[]} scopes */
export const myHomes = (mine, scopes) => (mine.length ? html`<section class="section stack"><h2>${t('cost_plans.mine')}</h2>
  ${mine.map((home) => homeReckoning(home, scopes))}</section>` : null);

/** @param {Home} home @param {Scope[]} scopes */
export function homeReckoning(home, scopes) {
  const steps = reckoning(home, scopes);
  const lines = formulas(home);
  const words = () => [home.code, ...steps.map((step) => step.words)].join('\n');
  return html`<article class="card stack" key=${home.code}>
    <div><p class="card-detail">${home.code}</p><p class="mine-sum">${t('cost_plans.yuan', { yuan: yuan(due(home)) })}</p></div>
    ${lines.map((line) => html`<p class="formula">${line}</p>`)}
    <details><summary><span class="grow">${t('cost_plans.steps')}</span><u>${t('cost_plans.open')}</u></summary>
      <ol class="reckoning">${steps.map(({ kind, words: said }) => html`<li class=${`step-${kind}`}>${said}</li>`)}</ol></details>
    ${readAloud(`home-${home.code}`, words)}
  </article>`;
}
