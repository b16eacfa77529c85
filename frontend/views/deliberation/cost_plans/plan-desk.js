import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { publishPlan } from '../../../store/deliberation/cost_plans/desk.js';
import { may } from '../../../store/identity/session.js';
import { say } from '../../../store/navigation.js';
import { button, linkButton } from '../../../ui/button.js';
import { ask } from '../../office/ask.js';

/** What the office does with a plan. @param {import('../../../store/deliberation/cost_plans/plans.js').Plan} one */
export function planDesk(one) {
  if (!may('deliberation:cost-plan:edit') || one.adopted) return null;
  const at = { id: one.id };
  return html`<section class="section stack no-print"><h2>${t('cost_plans.desk')}</h2>
    ${linkButton({ label: t('cost_plans.desk_scopes'), href: link('/deliberation/cost-plans/:id/scopes', at), icon: 'coins', wide: true })}
    ${one.scopes.length ? linkButton({ label: t('cost_plans.desk_scheme'), href: link('/deliberation/cost-plans/:id/schemes', at), icon: 'calculator', wide: true }) : null}
    ${one.schemes.length && !one.published_at ? button({ label: t('cost_plans.publish'), kind: 'primary', onClick: () => askToPublish(one.id) }) : null}</section>`;
}

/** @param {string} id */
const askToPublish = (id) => ask({
  title: t('cost_plans.publish'), body: t('cost_plans.publish_body'), yes: t('cost_plans.publish'),
  then: (_reason, key) => publishPlan(id, key), after: () => say(t('cost_plans.publish_done')),
});
