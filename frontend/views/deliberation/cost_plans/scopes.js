import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { yuan } from '../../../lib/money.js';
import { setScopes } from '../../../store/deliberation/cost_plans/desk.js';
import { plan } from '../../../store/deliberation/cost_plans/plans.js';
import { say } from '../../../store/navigation.js';
import { button, linkButton } from '../../../ui/button.js';
import { empty } from '../../../ui/waiting.js';
import { ask, asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';
import { sourceBar } from './source-bar.js';

/**
 * What is to be paid where: the office's list.
 * @typedef {import('../../../store/deliberation/cost_plans/plans.js').Plan} Plan
 * @typedef {import('../../../store/deliberation/cost_plans/plans.js').Scope} Scope
 */

/** @param {import('../../../lib/router.js').Place} place */
export const enter = ({ params }) => void plan.load(params.id);
export const leave = unask;

/** @param {import('../../../lib/router.js').Place} place */
export const view = ({ params }) => ({
  title: t('cost_plans.desk_scopes'), back: link('/deliberation/cost-plans/:id', params),
  body: html`${shown(plan.reading.value, ({ plan: one }) => html`<div class="stack-wide">
    ${linkButton({ label: t('cost_plans.scope_new'), href: link('/deliberation/cost-plans/:id/scopes/new', params), kind: 'primary', icon: 'plus' })}
    ${one.scopes.length ? html`${sourceBar(one.totals)}${list(one)}
      ${linkButton({ label: t('cost_plans.desk_scheme'), href: link('/deliberation/cost-plans/:id/schemes', params), icon: 'calculator', wide: true })}`
      : empty({ icon: 'coins', title: t('cost_plans.no_scopes'), body: t('cost_plans.no_scopes_more') })}</div>`, () => plan.load(params.id))}${asking()}`,
});

/** @param {Plan} one */
const list = (one) => html`<ul class="cards">${one.scopes.map((scope) => html`<li class="card stack-tight" key=${scope.number}>
  <div class="row-apart"><b>${scope.label}</b><span class="numbers">${t('cost_plans.scope_net', { total: yuan(scope.total_fen), net: yuan(scope.net_fen) })}</span></div>
  <div class="row">${linkButton({ label: t('cost_plans.scope_edit'), href: link('/deliberation/cost-plans/:id/scopes/:number', { id: one.id, number: String(scope.number) }) })}
    ${one.scopes.length > 1 ? button({ label: t('cost_plans.scope_remove'), kind: 'quiet', onClick: () => askToRemove(one, scope) }) : null}</div></li>`)}</ul>`;

/** @param {Plan} one @param {Scope} scope */
const askToRemove = (one, scope) => ask({
  title: t('cost_plans.scope_remove_title', { label: scope.label }), yes: t('cost_plans.scope_remove'), kind: 'danger',
  then: () => setScopes(one, one.scopes.filter(({ number }) => number !== scope.number).map(asSent)), after: () => say(t('cost_plans.scopes_kept')),
});

/** A scope as it is sent back. @param {Scope} scope */
export const asSent = ({ kind, label, total_fen, with_shops, sources, places }) => ({
  kind, label, total_fen, with_shops, sources, places: places.map(({ building_id, stairwell_id }) => ({ building_id, stairwell_id })),
});
