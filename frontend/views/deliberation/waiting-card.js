import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { icon } from '../../ui/icon.js';
import { chip } from '../../ui/mark.js';

/** Something that waits, for the first screen. @param {string} href @param {string} sign @param {string} title @param {string} detail @param {boolean} [late] */
export const card = (href, sign, title, detail, late) => html`<a class="card card-link" href=${href}>${icon(sign)}
  <span class="grow"><span class="card-title">${title}</span><span class="card-detail">${detail}</span>${late ? chip('escalated', t('deliberation.overdue')) : null}</span>
  <span class="go">${icon('chevron-right')}</span></a>`;
