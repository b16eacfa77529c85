import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { fenOf, yuan } from '../../../lib/money.js';
import { previewScheme } from '../../../store/deliberation/cost_plans/desk.js';
import { signal } from '../../../vendor/signals.js';
import { button } from '../../../ui/button.js';
import { notice } from '../../../ui/notice.js';
import { Problem } from '../../../lib/problem.js';
import { failureWords } from '../../failure.js';
import { floorBars } from './floors-table.js';
import { form, rulesOf } from './scheme-values.js';

/** What would come of the answers, and which answers they were. @type {import('../../../vendor/signals.js').Signal<{ of: string, found: import('../../../store/deliberation/cost_plans/desk.js').Preview | null, error: unknown, busy: boolean }>} */
const seen = signal({ of: '', found: null, error: null, busy: false });

/** A look before anything is kept. @param {{ plan: { id: string }, floors: number[] }} material */
export function previewQuestion({ plan, floors }) {
  const rules = { ...rulesOf(form.state.value.values, floors, fenOf), title: '-' };
  const of = JSON.stringify(rules);
  const { found, error, busy } = seen.value.of === of ? seen.value : { found: null, error: null, busy: false };
  return html`<section class="stack"><h2>${t('cost_plans.preview')}</h2>
    ${button({ label: t('cost_plans.preview_do'), icon: 'calculator', wide: true, busy, onClick: () => look(plan.id, rules, of) })}
    ${error ? notice({ kind: 'bad', title: t('cost_plans.preview_refused'), body: refusalWords(error) }) : null}
    ${found ? html`<p class="numbers"><b>${t('cost_plans.preview_net', { yuan: yuan(found.net_fen) })}</b></p>
      <p class="soft numbers">${t('cost_plans.spread', { least: yuan(found.spread.least), middle: yuan(found.spread.middle), most: yuan(found.spread.most) })}</p>${floorBars(found)}` : null}</section>`;
}

/** @param {unknown} error */
const refusalWords = (error) => (error instanceof Problem && error.errors.length ? error.errors.map(({ message }) => message).join(' ') : failureWords(error));

/** @param {string} id @param {import('./scheme-values.js').Rules} rules @param {string} of */
async function look(id, rules, of) {
  seen.value = { of, found: null, error: null, busy: true };
  try {
    seen.value = { of, found: await previewScheme(id, rules), error: null, busy: false };
  } catch (error) {
    seen.value = { of, found: null, error, busy: false };
  }
}
