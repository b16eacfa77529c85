import { t } from '../lib/i18n.js';
import { html } from '../lib/html.js';

/**
 * What is wrong, in one place and in plain words, each line leading to its field.
 * @param {Record<string, string>} errors message by field id
 * @param {(id: string) => string | null} [elsewhere] the address of the screen with the field, where it is another one
 */
export function errorSummary(errors, elsewhere = () => null) {
  const lines = Object.entries(errors);
  if (!lines.length) return null;
  return html`<div class="error-summary" role="alert" tabindex="-1" id="error-summary">
    <h2>${t('form.wrong')}</h2>
    <ul>${lines.map(([id, message]) => html`<li>${line(id, message, elsewhere(id))}</li>`)}</ul>
  </div>`;
}

/** @param {string} id @param {string} message @param {string | null} href */
const line = (id, message, href) => (href ? html`<a href=${href}>${message}</a>` : html`<a href=${`#${id}`} onClick=${leadTo(id)}>${message}</a>`);

/** @param {string} id @returns {(event: Event) => void} */
const leadTo = (id) => (event) => {
  event.preventDefault();
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
};
