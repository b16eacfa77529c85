import { t } from '../lib/i18n.js';
import { html } from '../lib/html.js';

/**
 * What is wrong, in one place and in plain words, each line leading to its field.
 * @param {Record<string, string>} errors message by field id
 */
export function errorSummary(errors) {
  const lines = Object.entries(errors);
  if (!lines.length) return null;
  return html`<div class="error-summary" role="alert" tabindex="-1" id="error-summary">
    <h2>${t('form.wrong')}</h2>
    <ul>${lines.map(([id, message]) => html`<li><a href=${`#${id}`} onClick=${leadTo(id)}>${message}</a></li>`)}</ul>
  </div>`;
}

/** @param {string} id @returns {(event: Event) => void} */
const leadTo = (id) => (event) => {
  event.preventDefault();
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
};
