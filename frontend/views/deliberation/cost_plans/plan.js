import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { yuan } from '../../../lib/money.js';
import { plan } from '../../../store/deliberation/cost_plans/plans.js';
import { icon } from '../../../ui/icon.js';
import { notice } from '../../../ui/notice.js';
import { empty } from '../../../ui/waiting.js';
import { asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';
import { planDesk } from './plan-desk.js';
import { floorsBeside } from './floors-table.js';
import { myHomeCard } from './my-home.js';
import { sourceBar } from './source-bar.js';
import { methodWords, sourceWords } from './words.js';

/**
 * A plan: first what my home pays, then where the money comes from, then the schemes side by side.
 * @typedef {import('../../../store/deliberation/cost_plans/plans.js').Plan} Plan
 * @typedef {import('../../../store/deliberation/cost_plans/plans.js').SchemeCard} SchemeCard
 * @typedef {import('../../../store/deliberation/cost_plans/plans.js').Scope} Scope
 */

/** @param {import('../../../lib/router.js').Place} place */
export const enter = ({ params }) => void plan.load(params.id);
export const leave = unask;

/** @param {import('../../../lib/router.js').Place} place */
export const view = ({ params }) => ({
  title: plan.reading.value.value?.plan.title ?? t('cost_plans.title'),
  back: '#/deliberation/cost-plans', wide: true,
  body: html`${shown(plan.reading.value, ({ plan: one, mine, floors }) => html`
    <div class="stack-wide">${head(one)}${myHomeCard(mine, one.schemes.find(({ adopted }) => adopted)?.id ?? null)}
      <section class="section"><h2>${t('cost_plans.money')}</h2>${one.scopes.length ? sourceBar(one.totals) : html`<p>${t('cost_plans.no_scopes')}</p>`}</section>
      ${planDesk(one)}</div>
    <div class="beside-detail stack-wide">${schemes(one, floors)}${scopes(one.scopes)}</div>`, () => plan.load(params.id))}${asking()}`,
});

/** @param {Plan} one */
const head = ({ note, published_at, adopted }) => html`
  ${adopted ? notice({ kind: 'good', title: t('cost_plans.adopted'), body: t('cost_plans.adopted_more') }) : null}
  ${published_at ? null : notice({ kind: 'note', title: t('cost_plans.draft'), body: t('cost_plans.draft_more') })}
  ${note ? html`<p class="prose">${note}</p>` : null}`;

/** @param {Plan} one @param {{ title: string, floors: import('./floors-table.js').Floor[] }[]} floors */
function schemes({ schemes: all }, floors) {
  if (!all.length) return html`<section class="section"><h2>${t('cost_plans.schemes')}</h2>${empty({ icon: 'scale', title: t('cost_plans.no_schemes'), body: t('cost_plans.no_schemes_more') })}</section>`;
  const most = Math.max(1, ...all.map(({ most_fen }) => most_fen));
  return html`<section class="section stack"><h2>${t('cost_plans.schemes')}</h2>
    <ul class="cards">${all.map((one) => schemeCard(one, most))}</ul>
    ${floors.length > 1 ? html`<h3>${t('cost_plans.beside')}</h3><p class="soft">${t('cost_plans.beside_how')}</p>${floorsBeside(floors)}` : null}</section>`;
}

/** A scheme with its spread drawn: from the least to the most, the middle marked. @param {SchemeCard} one @param {number} scale */
const schemeCard = (one, scale) => html`<li key=${one.id}><a class="card card-link" href=${link('/deliberation/cost-schemes/:id', { id: one.id })}>
  <span class="grow stack-tight"><span class="card-title">${one.title}</span>
    <span class="card-detail">${methodWords(one.method)} · ${t('cost_plans.paying', { paying: one.paying, homes: one.homes })}</span>
    <svg class="spread" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 10"><rect class="track" width="100" height="10" />
      <rect class="part" x=${share(one.least_fen, scale)} width=${Math.max(1, share(one.most_fen - one.least_fen, scale))} height="10" />
      <rect class="middle" x=${share(one.middle_fen, scale) - 0.5} width="1" height="10" /></svg>
    <span class="card-detail numbers">${t('cost_plans.spread', { least: yuan(one.least_fen), middle: yuan(one.middle_fen), most: yuan(one.most_fen) })}</span>
    ${one.adopted ? html`<span class="tag tag-good">${t('cost_plans.adopted')}</span>` : null}
    ${one.roster_changed || one.scopes_changed ? html`<span class="tag tag-warn">${icon('triangle-alert')}${t('cost_plans.stale')}</span>` : null}</span>
  <span class="go">${icon('chevron-right')}</span></a></li>`;

/** @param {number} part @param {number} of */
const share = (part, of) => (part / of) * 100;

/** @param {Scope[]} all */
const scopes = (all) => (all.length ? html`<section class="section"><h2>${t('cost_plans.scopes')}</h2>
  <ul class="cards">${all.map((one) => html`<li class="card" key=${one.number}><details><summary><span class="grow"><span class="card-title">${one.label}</span>
    <span class="card-detail">${t('cost_plans.scope_net', { total: yuan(one.total_fen), net: yuan(one.net_fen) })}</span></span><u>${t('cost_plans.open')}</u></summary>
    <dl class="facts">${one.sources.map((source) => html`<dt>${sourceWords(source.kind)}</dt><dd>${source.name} ${t('cost_plans.yuan', { yuan: yuan(source.amount_fen) })}</dd>`)}
      <dt>${t('cost_plans.places')}</dt><dd>${one.places.map(placeWords).join(t('date.comma'))}</dd></dl></details></li>`)}</ul></section>` : null);

/** @param {Scope['places'][number]} place */
export const placeWords = ({ building_code, stairwell_code }) =>
  t('building.name', { code: building_code }) + (stairwell_code ? t('building.stairwell', { code: stairwell_code }) : '');
