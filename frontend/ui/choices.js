import { html } from '../lib/html.js';
import { wrongLine } from './field.js';
import { icon } from './icon.js';

/**
 * @template {string} V
 * @typedef {{ value: V, label: string, more?: string }} Option
 */

/**
 * @template {string} V
 * @typedef {object} Question
 * @property {string} id
 * @property {string} legend
 * @property {Option<V>[]} options
 * @property {string} [hint]
 * @property {string} [error]
 * @property {boolean} [across] short answers side by side
 */

/**
 * One answer of several. @template {string} V
 * @param {Question<V> & { value: V | null, onChange: (value: V) => unknown }} props
 */
export function choose({ value, onChange, ...question }) {
  return group(question, 'radio', (one) => one === value, onChange);
}

/**
 * Any number of answers. @template {string} V
 * @param {Question<V> & { values: V[], onChange: (values: V[]) => unknown }} props
 */
export function chooseSeveral({ values, onChange, ...question }) {
  return group(question, 'checkbox', (one) => values.includes(one), (one) =>
    onChange(values.includes(one) ? values.filter((other) => other !== one) : [...values, one]));
}

/**
 * A single yes: consent, "leave us alone".
 * @param {{ id: string, label: string, more?: string, checked: boolean, onChange: (checked: boolean) => unknown }} props
 */
export const tickBox = ({ id, label, more, checked, onChange }) =>
  answer({ name: id, type: 'checkbox', option: { value: id, label, more }, checked, onChange: () => onChange(!checked), first: true });

/**
 * @template {string} V
 * @param {Question<V>} question
 * @param {'radio' | 'checkbox'} type
 * @param {(value: V) => boolean} isOn
 * @param {(value: V) => unknown} onChange
 */
function group({ id, legend, options, hint, error, across }, type, isOn, onChange) {
  return html`<fieldset class=${`choices${across ? ' choices-across' : ''}${error ? ' field-wrong' : ''}`}
    aria-describedby=${error ? `${id}-error` : undefined}>
    <legend>${legend}</legend>
    ${hint ? html`<p class="hint soft">${hint}</p>` : null}
    ${wrongLine(id, error)}
    ${options.map((option, at) => answer({ name: id, type, option, checked: isOn(option.value), onChange: () => onChange(option.value), first: at === 0 }))}
  </fieldset>`;
}

/**
 * The first answer carries the question's id, so that the error summary's link leads to it.
 * @param {{ name: string, type: string, option: Option<string>, checked: boolean, onChange: () => unknown, first: boolean }} props
 */
const answer = ({ name, type, option, checked, onChange, first }) => html`
  <label class=${`choice${checked ? ' choice-on' : ''}`}>
    <input type=${type} id=${first ? name : undefined} name=${name} value=${option.value} checked=${checked} onChange=${onChange} />
    <span class="tick">${icon('check')}</span>
    <span class="what">${option.label}${option.more ? html`<span class="more">${option.more}</span>` : null}</span>
  </label>`;
