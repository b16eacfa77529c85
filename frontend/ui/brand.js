import { t } from '../lib/i18n.js';
import { html } from '../lib/html.js';

/** A house with one window lit: somebody is home. */
export const brand = () => html`<div class="brand">
  <svg viewBox="0 0 64 64" aria-hidden="true">
    <path d="M10 58V24L32 7l22 17v34Z" fill="none" stroke="currentColor" stroke-width="4.5" stroke-linejoin="round" />
    <path d="M4 58h56" stroke="currentColor" stroke-width="4.5" stroke-linecap="round" />
    <rect x="20" y="27" width="9" height="9" fill="currentColor" /><rect x="35" y="27" width="9" height="9" fill="var(--ochre)" />
    <rect x="20" y="43" width="9" height="15" fill="currentColor" /><rect x="35" y="43" width="9" height="9" fill="currentColor" />
  </svg>
  <div><div class="name">${t('app.name')}</div><div class="soft">${t('app.motto')}</div></div>
</div>`;
