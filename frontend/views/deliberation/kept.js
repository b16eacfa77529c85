import { t } from '../../lib/i18n.js';
import { isPending, waitingAttachments } from '../../lib/outbox/item.js';
import { say } from '../../store/navigation.js';
import { items, lastRecorded } from '../../store/sync/outbox.js';
import { sendingState } from '../../store/sync/standing.js';

/**
 * Says of what was just recorded how far it got, for as long as this is said: the status line over it says
 * the same in numbers.
 * @param {string} [more] a sentence
 */
export function sayKept(more = '') {
  const ids = lastRecorded.peek();
  say(() => {
    const standing = standingOf(items.value.filter(({ id }) => ids.includes(id)));
    return standing && [t(`deliberation.kept.${standing}`), more].filter(Boolean).join(t('text.between'));
  });
}

/** What was turned back is not kept any more; the status line asks to look at it. @param {import('../../lib/outbox/item.js').Item[]} kept */
function standingOf(kept) {
  if (kept.some((item) => !isPending(item) && item.state !== 'received')) return null;
  const arrived = kept.length > 0 && kept.every((item) => item.state === 'received' && !waitingAttachments(item).length);
  if (arrived) return 'arrived';
  return sendingState.value.busy ? 'sending' : 'waiting';
}
