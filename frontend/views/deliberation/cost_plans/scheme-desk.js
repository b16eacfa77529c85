import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { yuan } from '../../../lib/money.js';
import { recompute, reductions } from '../../../store/deliberation/cost_plans/desk.js';
import { may } from '../../../store/identity/session.js';
import { say } from '../../../store/navigation.js';
import { button, linkButton } from '../../../ui/button.js';
import { ask } from '../../office/ask.js';
import { shown } from '../../reading.js';
import { signal } from '../../../vendor/signals.js';

/**
 * What the office does with a scheme.
 * @typedef {import('../../../store/deliberation/cost_plans/plans.js').Scheme} Scheme
 */

/** Whose reductions are looked at. */
const opened = signal('');

/** @param {{ scheme: Scheme, plan: import('../../../store/deliberation/cost_plans/plans.js').Plan }} all */
export const schemeDesk = ({ scheme: one, plan }) => html`
  ${may('deliberation:cost-reduction:see') && one.payers.length ? reduced(one) : null}
  ${may('deliberation:cost-plan:edit') && !plan.adopted ? html`<section class="section stack no-print"><h2>${t('cost_plans.desk')}</h2>
    ${linkButton({ label: t('cost_plans.revise'), href: link('/deliberation/cost-schemes/:id/edit', { id: one.id }), icon: 'pencil', wide: true })}
    ${one.roster_changed || one.scopes_changed ? button({ label: t('cost_plans.recompute'), icon: 'calculator', wide: true, onClick: () => askToRecompute(one) }) : null}</section>` : null}`;

/** @param {Scheme} one */
const reduced = (one) => html`<section class="section stack"><h2>${t('cost_plans.reduced')}</h2><p class="soft">${t('cost_plans.reduced_how')}</p>
  ${opened.value === one.id ? shown(reductions.reading.value, (all) => html`<dl class="facts">${all.map(({ code, amount_fen, payer }) => html`<dt>${code}</dt>
    <dd>${t('cost_plans.yuan', { yuan: yuan(amount_fen) })} · ${payer}</dd>`)}</dl>`, () => reductions.load(one.id))
    : button({ label: t('cost_plans.reduced_show'), onClick: () => look(one.id) })}</section>`;

/** @param {string} id */
function look(id) {
  opened.value = id;
  void reductions.load(id);
}

/** @param {Scheme} one */
const askToRecompute = ({ id, version }) => ask({
  title: t('cost_plans.recompute'), body: t('cost_plans.recompute_body'), yes: t('cost_plans.recompute'),
  then: (_, key) => recompute(id, version, key), after: () => say(t('cost_plans.recomputed')),
});
