import { t } from '../../../lib/i18n.js';
import { commentsOnTheirWay } from '../../../store/deliberation/proposals/saying.js';
import { notice } from '../../../ui/notice.js';

/**
 * One's own comments that what the server was asked for cannot hold yet: they are in no list and no number.
 * @param {string} id of the proposal @param {number | null} since ms, when the server was asked
 */
export function onTheirWay(id, since) {
  const n = commentsOnTheirWay(id, since);
  return n ? notice({ title: t('proposals.on_their_way', { n }) }) : null;
}
