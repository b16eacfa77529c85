import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { plans } from '../../../store/deliberation/cost_plans/plans.js';
import { may } from '../../../store/identity/session.js';
import { linkButton } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { empty } from '../../../ui/waiting.js';
import { dayThere } from '../../dates.js';
import { shown } from '../../reading.js';

/** @typedef {import('../../../store/deliberation/cost_plans/plans.js').PlanCard} PlanCard */

export const enter = () => void plans.load();

export const view = () => ({
  title: t('cost_plans.title'), back: '#/deliberation',
  body: html`<div class="stack-wide">
    ${may('deliberation:cost-plan:edit') ? linkButton({ label: t('cost_plans.new'), href: '#/deliberation/cost-plans/new', kind: 'primary', icon: 'plus' }) : null}
    ${shown(plans.reading.value, list, enter)}</div>`,
});

/** @param {PlanCard[]} all */
function list(all) {
  if (!all.length) return empty({ icon: 'wallet', title: t('cost_plans.none'), body: t('cost_plans.none_more') });
  return html`<ul class="cards">${all.map((one) => html`<li key=${one.id}><a class="card card-link" href=${link('/deliberation/cost-plans/:id', { id: one.id })}>
    <span class="grow"><span class="card-title">${one.title}</span><span class="card-detail">${one.project_name}</span>${state(one)}</span>
    <span class="go">${icon('chevron-right')}</span></a></li>`)}</ul>`;
}

/** @param {PlanCard} one */
function state({ adopted, published_at }) {
  if (adopted) return html`<span class="tag tag-good">${t('cost_plans.adopted')}</span>`;
  if (published_at) return html`<span class="tag">${t('cost_plans.published', { day: day(dayThere(published_at)) })}</span>`;
  return html`<span class="tag tag-warn">${t('cost_plans.draft')}</span>`;
}
