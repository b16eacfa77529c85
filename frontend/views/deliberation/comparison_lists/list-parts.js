import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { button } from '../../../ui/button.js';
import { longField, selectField, textField, wrongLine } from '../../../ui/field.js';
import { form, freshKey } from './list-values.js';

/**
 * Options and criteria: lists that grow line by line.
 * @typedef {import('./list-values.js').Criterion} Criterion
 */

const KINDS = /** @type {const} */ (['number', 'price', 'yes_no', 'text']);

export function optionQuestion() {
  const { options } = form.state.value.values;
  return html`<fieldset class="stack" id="options" tabindex="-1"><legend class="label">${t('comparison_lists.options')}</legend>${wrongLine('options', form.state.value.errors.options)}
    ${options.map(({ key, name }, at) => html`<div key=${key}>${textField({ id: `option-${key}`, label: t('comparison_lists.option_n', { n: at + 1 }), value: name,
      onInput: (text) => form.answer({ options: form.state.peek().values.options.map((one) => (one.key === key ? { ...one, name: text } : one)) }) })}</div>`)}
    ${button({ label: t('comparison_lists.option_add'), icon: 'plus', onClick: () => form.answer({ options: [...options, { key: freshKey(options, 'o'), name: '' }] }) })}</fieldset>`;
}

/** @returns {Record<string, string>} */
export const optionErrors = () => (form.state.peek().values.options.filter(({ name }) => name.trim()).length >= 2 ? {} : { options: t('comparison_lists.error.options') });

export function criteriaQuestion() {
  const { criteria } = form.state.value.values;
  return html`<fieldset class="stack" id="criteria" tabindex="-1"><legend class="label">${t('comparison_lists.criteria')}</legend><p class="soft">${t(form.state.value.values.decision_id ? 'comparison_lists.criteria_hint' : 'comparison_lists.criteria_unweighed')}</p>
    ${wrongLine('criteria', form.state.value.errors.criteria)}${criteria.map(criterionFields)}
    ${button({ label: t('comparison_lists.criterion_add'), icon: 'plus', onClick: () => form.answer({ criteria: [...criteria, { key: freshKey(criteria, 'c'), label: '', kind: 'number', unit: '', better: 'higher', weight: '' }] }) })}</fieldset>`;
}

/** @param {Criterion} one */
const criterionFields = (one) => html`<div class="card stack-tight" key=${one.key}>
  ${longField({ id: `${one.key}-label`, label: t('comparison_lists.criterion'), value: one.label, onInput: (label) => change(one.key, { label }) })}
  <div class="pair">${selectField({ id: `${one.key}-kind`, label: t('comparison_lists.kind'), value: one.kind, options: KINDS.map((value) => ({ value, label: t(`comparison_lists.kind.${value}`) })), onInput: (kind) => change(one.key, { kind: /** @type {Criterion['kind']} */ (kind) }) })}
    ${one.kind === 'number' ? textField({ id: `${one.key}-unit`, label: t('comparison_lists.unit'), value: one.unit, onInput: (unit) => change(one.key, { unit }) }) : null}
    ${one.kind === 'number' || one.kind === 'yes_no' ? selectField({ id: `${one.key}-better`, label: t('comparison_lists.better'), value: one.better, onInput: (better) => change(one.key, { better: better === 'lower' ? 'lower' : 'higher' }),
      options: one.kind === 'number' ? [{ value: 'higher', label: t('comparison_lists.better_higher') }, { value: 'lower', label: t('comparison_lists.better_lower') }] : [{ value: 'higher', label: t('comparison_lists.better_yes') }, { value: 'lower', label: t('comparison_lists.better_no') }] }) : null}
    ${one.kind === 'text' || !form.state.value.values.decision_id ? null : textField({ id: `${one.key}-weight`, label: t('comparison_lists.weight_label'), value: one.weight, inputmode: 'numeric', onInput: (weight) => change(one.key, { weight }) })}</div>
  ${button({ label: t('comparison_lists.drop'), kind: 'quiet', onClick: () => form.answer({ criteria: form.state.peek().values.criteria.filter(({ key }) => key !== one.key) }) })}</div>`;

/** @param {string} key @param {Partial<Criterion>} part */
const change = (key, part) => form.answer({ criteria: form.state.peek().values.criteria.map((one) => (one.key === key ? { ...one, ...part } : one)) });

/** @returns {Record<string, string>} */
export function criteriaErrors() {
  const { criteria, decision_id } = form.state.peek().values;
  if (decision_id && !criteria.some(({ kind, weight }) => kind !== 'text' && Number.parseInt(weight, 10) > 0)) return { criteria: t('comparison_lists.error.weights') };
  return criteria.length && criteria.every(({ label }) => label.trim()) ? {} : { criteria: t('comparison_lists.error.criteria') };
}
