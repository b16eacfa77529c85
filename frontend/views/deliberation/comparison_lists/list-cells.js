import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { choose } from '../../../ui/choices.js';
import { longField, textField } from '../../../ui/field.js';
import { form } from './list-values.js';

/** What is known of one option, criterion by criterion, and where from. @param {import('./list-values.js').Option} option */
export const cellsQuestion = (option) => html`<fieldset class="stack" id="cells" tabindex="-1"><legend class="label">${t('comparison_lists.cells', { name: option.name })}</legend><p class="soft">${t('comparison_lists.cells_hint')}</p>
  ${form.state.value.values.criteria.filter(({ label }) => label.trim()).map((criterion) => cell(`${option.key}/${criterion.key}`, criterion))}</fieldset>`;

/** @param {string} place @param {import('./list-values.js').Criterion} criterion */
function cell(place, { key, label, kind, unit }) {
  const { value, source } = form.state.value.values.cells[place] ?? { value: '', source: '' };
  const set = (/** @type {Partial<{ value: string, source: string }>} */ part) => form.answer({ cells: { ...form.state.peek().values.cells, [place]: { value, source, ...part } } });
  const id = place.replace('/', '-');
  const named = unit ? t('comparison_lists.with_unit', { label, unit }) : label;
  return html`<div class="card stack-tight" key=${key}>
    ${kind === 'yes_no' ? choose({ id, legend: label, across: true, value: value || null, options: [{ value: 'yes', label: t('comparison_lists.yes') }, { value: 'no', label: t('comparison_lists.no') }, { value: '', label: t('comparison_lists.unknown') }], onChange: (answer) => set({ value: answer }) })
      : (kind === 'text' ? longField : textField)({ id, label: kind === 'price' ? t('comparison_lists.with_unit', { label, unit: t('comparison_lists.yuan_unit') }) : named, value, inputmode: kind === 'text' ? undefined : 'decimal', onInput: (text) => set({ value: text }) })}
    ${textField({ id: `${id}-source`, label: t('comparison_lists.cell_source'), value: source, onInput: (text) => set({ source: text }) })}</div>`;
}
