import { html } from '../lib/html.js';
import { icon } from './icon.js';

/**
 * @typedef {object} Field
 * @property {string} id also the name
 * @property {string} label
 * @property {string} value
 * @property {(value: string) => unknown} onInput
 * @property {string} [hint]
 * @property {string} [error]
 * @property {string} [type]
 * @property {string} [autocomplete]
 * @property {string} [inputmode]
 * @property {string} [min] @property {string} [max]
 * @property {number} [maxlength]
 * @property {boolean} [short]
 */

/** A line to write on. @param {Field} props */
export function textField({ type = 'text', ...props }) {
  return wrapped(props, html`<input ...${common(props)} type=${type} />`);
}

/** Room for own words. @param {Field & { rows?: number }} props */
export function textArea({ rows = 4, ...props }) {
  return wrapped(props, html`<textarea ...${common(props)} rows=${rows}></textarea>`);
}

/** A line that may be longer than a narrow phone is wide: it wraps, and has no breaks of its own. @param {Field} props */
export const longField = (props) => textArea({ ...props, rows: 2, onInput: (text) => props.onInput(text.replace(/\s*\n\s*/g, ' ')) });

/** @param {Field & { options: { value: string, label: string }[] }} props */
export function selectField({ options, ...props }) {
  const { onInput, value, ...rest } = common(props);
  return wrapped(props, html`<select ...${rest} onChange=${onInput}>
    ${options.map((one) => html`<option value=${one.value} selected=${one.value === value}>${one.label}</option>`)}</select>`);
}

/** Embeddings, overrides and isolates: the server refuses them, for they turn round the order a text is shown in. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** What was written, without unseen marks that came along with something pasted. @param {HTMLInputElement} input */
function written(input) {
  const text = input.value.replace(TURNING, '');
  if (text !== input.value) input.value = text;
  return text;
}

/** @param {Field} props */
function common({ id, value, onInput, error, hint, autocomplete, inputmode, min, max, maxlength }) {
  return {
    id, name: id, value, autocomplete, inputmode, min, max, maxlength,
    'aria-invalid': error ? 'true' : undefined,
    'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
    onInput: (/** @type {Event} */ event) => onInput(written(/** @type {HTMLInputElement} */ (event.target))),
  };
}

/** @param {Pick<Field, 'id' | 'label' | 'hint' | 'error' | 'short'>} props @param {import('../lib/html.js').Piece} control */
const wrapped = ({ id, label, hint, error, short }, control) => html`
  <div class=${`field${error ? ' field-wrong' : ''}${short ? ' field-short' : ''}`}>
    <label for=${id}>${label}</label>
    ${hint ? html`<span class="hint" id=${`${id}-hint`}>${hint}</span>` : null}
    ${wrongLine(id, error)}
    ${control}
  </div>`;

/** @param {string} id @param {string} [error] */
export const wrongLine = (id, error) =>
  (error ? html`<span class="wrong" id=${`${id}-error`}>${icon('circle-alert')} ${error}</span>` : null);
