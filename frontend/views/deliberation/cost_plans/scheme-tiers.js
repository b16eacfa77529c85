import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { thousandthsOf } from '../../../lib/money.js';
import { holes } from '../../../store/deliberation/cost_plans/tiers.js';
import { signal } from '../../../vendor/signals.js';
import { button } from '../../../ui/button.js';
import { textField, wrongLine } from '../../../ui/field.js';
import { notice } from '../../../ui/notice.js';
import { form } from './scheme-values.js';

/** Filling several storeys at once. */
const filling = signal({ from: '', to: '', value: '' });

/** A coefficient for every storey; what is missing is said at once. @param {number[]} floors from the top */
export function tierQuestion(floors) {
  const { values, errors } = form.state.value;
  const missing = holes(floors, values.tiers);
  return html`<fieldset class="stack" id="tiers" tabindex="-1"><legend class="label">${t('cost_plans.tiers')}</legend><p class="soft">${t('cost_plans.tiers_hint')}</p>
    ${wrongLine('tiers', errors.tiers)}
    ${fill(floors)}
    ${missing.length ? notice({ kind: 'warn', title: t('cost_plans.holes', { floors: missing.join(t('date.comma')) }) }) : notice({ kind: 'good', title: t('cost_plans.no_holes') })}
    <div class="tier-table">${floors.map((floor) => html`<label class="tier" key=${floor}><span>${t('building.floor', { floor })}</span>
      <input inputmode="decimal" name=${`tier-${floor}`} value=${values.tiers[floor] ?? ''} aria-invalid=${missing.includes(floor) ? 'true' : undefined}
        onInput=${(/** @type {Event} */ event) => set({ [floor]: /** @type {HTMLInputElement} */ (event.target).value })} /></label>`)}</div>
  </fieldset>`;
}

/** @param {Record<string, string>} part */
const set = (part) => form.answer({ tiers: { ...form.state.peek().values.tiers, ...part } });

/** @param {number[]} floors */
function fill(floors) {
  const { from, to, value } = filling.value;
  const field = (/** @type {'from' | 'to' | 'value'} */ name, /** @type {string} */ label) => textField({
    id: `fill-${name}`, label, value: filling.value[name], inputmode: 'decimal', onInput: (text) => { filling.value = { ...filling.peek(), [name]: text }; } });
  return html`<div class="stack-tight"><div class="pair pair-three">${field('from', t('cost_plans.fill_from'))}${field('to', t('cost_plans.fill_to'))}${field('value', t('cost_plans.fill_value'))}</div>
    ${button({ label: t('cost_plans.fill'), onClick: () => set(Object.fromEntries(floors.filter((floor) => between(floor, from, to)).map((floor) => [floor, value]))) })}</div>`;
}

/** @param {number} floor @param {string} from @param {string} to */
const between = (floor, from, to) => floor >= Number.parseInt(from, 10) && floor <= Number.parseInt(to || from, 10);

/** @param {number[]} floors @returns {Record<string, string>} */
export function tierErrors(floors) {
  const { tiers } = form.state.peek().values;
  const missing = holes(floors, tiers);
  if (missing.length) return { tiers: t('cost_plans.holes', { floors: missing.join(t('date.comma')) }) };
  return floors.some((floor) => (thousandthsOf(tiers[floor] ?? '') ?? 0) > 0) ? {} : { tiers: t('cost_plans.error.nobody') };
}
