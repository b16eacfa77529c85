import { t, tCode } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { reconciliationOf } from '../../lib/outbox/summary.js';
import { items, timeZone, today } from '../../store/sync/outbox.js';
import { check, reconcile } from '../../store/sync/reconcile.js';
import { button } from '../../ui/button.js';
import { barChart } from '../../ui/charts/bars.js';
import { notice } from '../../ui/notice.js';

/** At the end of the day: what was recorded, what the server holds, and its own word for it. */
export function reconciliation() {
  const kinds = reconciliationOf(items.value, today.value, timeZone.value);
  if (!kinds.length) return null;
  return html`<section class="section stack">
    <h2>${t('reconcile.title')}</h2>
    ${barChart({ label: t('reconcile.title'), lines: kinds.map(({ kind, recorded, received }) => ({
      label: tCode('kind', kind, 'kind.other'), state: recorded === received ? 'received' : 'waiting', value: received, of: recorded })) })}
    ${answer()}
    ${button({ label: t('reconcile.ask'), icon: 'list-checks', busy: check.value?.state === 'asking', wide: true, onClick: reconcile })}
  </section>`;
}

function answer() {
  const found = check.value;
  if (!found || found.state === 'asking') return null;
  if (found.state === 'failed') return notice({ kind: 'warn', title: t('reconcile.failed'), body: t('outcome.kept') });
  if (found.different) return notice({ kind: 'bad', title: t('reconcile.different', { n: found.different }), body: t('reconcile.different_more') });
  return notice({ kind: 'good', title: t('reconcile.same', { n: found.confirmed }), body: found.repaired ? t('reconcile.repaired', { n: found.repaired }) : null });
}
