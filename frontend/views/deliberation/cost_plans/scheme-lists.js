import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { fenOf } from '../../../lib/money.js';
import { button } from '../../../ui/button.js';
import { selectField, textField, wrongLine } from '../../../ui/field.js';
import { notice } from '../../../ui/notice.js';
import { form } from './scheme-values.js';

/**
 * Who pays nothing, and whose share somebody else takes over: lists that grow line by line.
 * @typedef {'exemptions' | 'payers' | 'reductions'} ListName
 */

const EMPTY = { exemptions: { code: '', reason: '' }, payers: { name: '', limit: '' }, reductions: { code: '', amount: '', payer: '' } };

/** @param {ListName} list @param {number} at @param {object} part */
const change = (list, at, part) => form.answer(/** @type {any} */ ({ [list]: form.state.peek().values[list].map((one, i) => (i === at ? { ...one, ...part } : one)) }));
/** @param {ListName} list */
const add = (list) => form.answer(/** @type {any} */ ({ [list]: [...form.state.peek().values[list], EMPTY[list]] }));
/** @param {ListName} list @param {number} at */
const drop = (list, at) => form.answer(/** @type {any} */ ({ [list]: form.state.peek().values[list].filter((_one, i) => i !== at) }));

/**
 * One field of one line. @param {ListName} list @param {number} at @param {string} name @param {string} label @param {string} value
 */
const field = (list, at, name, label, value) => textField({ id: `${list}-${at}-${name}`, label, value, inputmode: name === 'limit' || name === 'amount' ? 'decimal' : undefined, onInput: (text) => change(list, at, { [name]: text }) });

/** @param {ListName} list @param {number} at @param {unknown} fields */
const line = (list, at, fields) => html`<div class="card stack-tight" key=${at}><div class="pair">${fields}</div>${button({ label: t('cost_plans.drop'), kind: 'quiet', onClick: () => drop(list, at) })}</div>`;

export const exemptionQuestion = () => html`<fieldset class="stack" id="exemptions" tabindex="-1"><legend class="label">${t('cost_plans.exempt')}</legend><p class="soft">${t('cost_plans.exempt_hint')}</p>
  ${wrongLine('exemptions', form.state.value.errors.exemptions)}
  ${form.state.value.values.exemptions.map((one, at) => line('exemptions', at, html`${field('exemptions', at, 'code', t('cost_plans.code'), one.code)}${field('exemptions', at, 'reason', t('cost_plans.reason'), one.reason)}`))}
  ${button({ label: t('cost_plans.exempt_add'), icon: 'plus', onClick: () => add('exemptions') })}</fieldset>`;

export function reductionQuestion() {
  const { values, errors } = form.state.value;
  const payers = [{ value: '', label: t('cost_plans.choose') }, ...values.payers.filter(({ name }) => name).map(({ name }) => ({ value: name, label: name }))];
  return html`<fieldset class="stack" id="reductions" tabindex="-1"><legend class="label">${t('cost_plans.reductions')}</legend>${notice({ body: t('cost_plans.reductions_hint') })}
    ${wrongLine('payers', errors.payers)}
    <div class="stack" id="payers" tabindex="-1">${values.payers.map((one, at) => line('payers', at, html`${field('payers', at, 'name', t('cost_plans.payer'), one.name)}${field('payers', at, 'limit', t('cost_plans.payer_limit'), one.limit)}`))}
      ${button({ label: t('cost_plans.payer_add'), icon: 'plus', onClick: () => add('payers') })}</div>
    ${wrongLine('reductions', errors.reductions)}
    ${values.reductions.map((one, at) => line('reductions', at, html`${field('reductions', at, 'code', t('cost_plans.code'), one.code)}${field('reductions', at, 'amount', t('cost_plans.amount'), one.amount)}
      ${selectField({ id: `reductions-${at}-payer`, label: t('cost_plans.payer'), value: one.payer, options: payers, onInput: (payer) => change('reductions', at, { payer }) })}`))}
    ${values.payers.length ? button({ label: t('cost_plans.reduction_add'), icon: 'plus', onClick: () => add('reductions') }) : null}</fieldset>`;
}

/** @param {'exemptions' | 'reductions'} list @returns {Record<string, string>} */
export function listErrors(list) {
  const { exemptions, payers, reductions } = form.state.peek().values;
  if (list === 'exemptions') return exemptions.every(({ code, reason }) => code.trim() && reason.trim()) ? {} : { exemptions: t('cost_plans.error.exempt') };
  if (!payers.every(({ name, limit }) => name.trim() && fenOf(limit))) return { payers: t('cost_plans.error.payer') };
  return reductions.every(({ code, amount, payer }) => code.trim() && fenOf(amount) && payer) ? {} : { reductions: t('cost_plans.error.reduction') };
}
