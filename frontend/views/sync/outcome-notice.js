import { t } from '../../lib/i18n.js';
import { sendingState } from '../../store/sync/standing.js';
import { linkButton } from '../../ui/button.js';
import { notice } from '../../ui/notice.js';

/** Why the last sending ended early, and that nothing is lost by it. */
export function outcomeNotice() {
  const { outcome } = sendingState.value;
  if (!outcome || outcome === 'done' || outcome === 'elsewhere') return null;
  const action = outcome === 'signed_out' || outcome === 'other_account' ? linkButton({ label: t('session.again'), href: '#/login' }) : null;
  return notice({ kind: 'warn', title: t(`outcome.${outcome}`), body: t('outcome.kept'), action });
}
