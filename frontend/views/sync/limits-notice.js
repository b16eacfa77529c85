import { t } from '../../lib/i18n.js';
import { services } from '../../store/services.js';
import { limits } from '../../store/shell.js';
import { notice } from '../../ui/notice.js';

/** What this browser cannot keep, said before it matters. */
export function limitsNotice() {
  const { offlineStart, persistent } = limits.value;
  const lines = [
    offlineStart ? '' : t('limits.no_start'),
    persistent ? '' : t('limits.not_persistent'),
    services.seal.available ? '' : t('limits.no_seal'),
  ].filter(Boolean);
  return lines.length ? notice({ title: t('limits.title'), body: lines.join(' ') }) : null;
}
