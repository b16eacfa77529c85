import { t } from '../lib/i18n.js';
import { html } from '../lib/html.js';
import { swatch } from './mark.js';

/**
 * "38 recorded, 38 received, 2 photos waiting". A refused item is said first: it needs a person.
 * @param {{ summary: import('../lib/outbox/summary.js').Summary, href: string, busy: boolean }} props
 */
export function statusLine({ summary, href, busy }) {
  const { recorded, received, photos, attention } = summary;
  if (!recorded) return html`<a class="status-line soft" href=${href}>${t('sync.none')}</a>`;
  return html`<a class="status-line" href=${href} aria-live="polite">
    ${swatch(stateOf(summary))}
    ${attention ? html`<span class="bad">${t('sync.attention', { n: attention })}</span>` : null}
    <span><b>${t('sync.recorded', { n: recorded })}</b>${t('sync.comma')}${t('sync.received', { n: received })}${photos
      ? html`${t('sync.comma')}${t('sync.photos', { n: photos })}` : null}</span>
    ${busy ? html`<span class="soft">${t('sync.sending')}</span>` : null}
  </a>`;
}

/** @param {import('../lib/outbox/summary.js').Summary} summary */
function stateOf({ recorded, received, attention, photos }) {
  if (attention) return 'attention';
  return recorded === received && !photos ? 'received' : 'waiting';
}
