import { t } from '../lib/i18n.js';
import { html } from '../lib/html.js';
import { icon as drawn } from './icon.js';

/** The shape of what is coming. @param {number} [lines] */
export const skeleton = (lines = 3) => html`<div class="skeleton" role="status">
  <span class="visually-hidden">${t('waiting.loading')}</span>
  ${Array.from({ length: lines }, () => html`<i></i>`)}</div>`;

/**
 * Nothing here, and what to do about it.
 * @param {{ icon: string, title: string, body?: string, action?: unknown }} props
 */
export const empty = ({ icon, title, body, action }) => html`<div class="empty">
  ${drawn(icon)}<h2>${title}</h2>${body ? html`<p class="soft">${body}</p>` : null}${action}</div>`;
