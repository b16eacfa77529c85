import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { whenWords } from '../dates.js';

/** The server's receipt: its place in the community's log. @param {import('../../lib/outbox/item.js').Item} item */
export function receiptFacts({ receipt, received_at, earlier_receipts }) {
  if (!receipt) return null;
  return html`<section class="section"><h2>${t('receipt.title')}</h2><dl class="facts">
    <dt>${t('receipt.index')}</dt><dd class="numbers">${receipt.index}</dd>
    <dt>${t('receipt.at')}</dt><dd>${whenWords(received_at ?? receipt.recorded_at)}</dd>
    <dt>${t('receipt.hash')}</dt><dd class="receipt">${receipt.leaf_hash}</dd>
    ${earlier_receipts.length ? html`<dt>${t('receipt.earlier')}</dt><dd>${earlier_receipts.length}</dd>` : null}
  </dl></section>`;
}
