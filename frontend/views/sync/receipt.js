import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { proofs, proveReceipt } from '../../store/sync/proof.js';
import { button } from '../../ui/button.js';
import { notice } from '../../ui/notice.js';
import { whenWords } from '../dates.js';

/** The server's receipt: its place in the community's log. @param {import('../../lib/outbox/item.js').Item} item */
export function receiptFacts(item) {
  const { receipt, received_at, earlier_receipts } = item;
  if (!receipt) return null;
  return html`<section class="section"><h2>${t('receipt.title')}</h2><dl class="facts">
    <dt>${t('receipt.index')}</dt><dd class="numbers">${receipt.index}</dd>
    <dt>${t('receipt.at')}</dt><dd>${whenWords(received_at ?? receipt.recorded_at)}</dd>
    <dt>${t('receipt.hash')}</dt><dd class="receipt">${receipt.leaf_hash}</dd>
    ${earlier_receipts.length ? html`<dt>${t('receipt.earlier')}</dt><dd>${earlier_receipts.length}</dd>` : null}
  </dl>${proof(item)}</section>`;
}

/** @param {import('../../lib/outbox/item.js').Item} item */
function proof(item) {
  const found = proofs.value[item.id];
  return html`<div class="stack below">
    ${found === 'proven' ? notice({ kind: 'good', title: t('receipt.proven'), body: t('receipt.proven_more') }) : null}
    ${found === 'false' ? notice({ kind: 'bad', title: t('receipt.false'), body: t('reconcile.different_more') }) : null}
    ${found === 'failed' ? notice({ kind: 'warn', title: t('reconcile.failed') }) : null}
    ${button({ label: t('receipt.prove'), icon: 'shield-check', wide: true, busy: found === 'asking', onClick: () => proveReceipt(item) })}
  </div>`;
}
