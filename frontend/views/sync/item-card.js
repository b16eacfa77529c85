import { t, tCode } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { isPending, needsAttention, waitingAttachments } from '../../lib/outbox/item.js';
import { link } from '../../lib/router.js';
import { icon } from '../../ui/icon.js';
import { swatch } from '../../ui/mark.js';
import { whenWords } from '../dates.js';

/** @typedef {import('../../lib/outbox/item.js').Item} Item */

/** One record: where, what, and whether it has arrived. @param {Item} item */
export const itemCard = (item) => html`<a class="card card-link" href=${link('/outbox/:id', { id: item.id })}>
  ${swatch(stateOf(item))}
  <span class="grow"><span class="card-title"><span class="place">${item.label}</span></span>
    <span class="card-detail">${[whatWords(item), whenWords(item.recorded_at)].join(t('date.comma'))}</span>
    ${stateOf(item) === 'received' ? null : html`<span class="card-detail"><b>${stateWords(item)}</b></span>`}</span>
  <span class="go">${icon('chevron-right')}</span></a>`;

/** @param {Item} item */
export function stateOf(item) {
  if (needsAttention(item)) return 'attention';
  return item.state === 'received' && !waitingAttachments(item).length ? 'received' : 'waiting';
}

/** @param {Item} item */
export const whatWords = (item) => (item.kind === 'door_visit' && item.payload?.outcome
  ? tCode('visit.outcome', item.payload.outcome, 'kind.door_visit')
  : tCode('kind', item.kind, 'kind.other'));

/** @param {Item} item */
export function stateWords(item) {
  if (item.handed_over_at) return t('state.handed_over');
  const photos = waitingAttachments(item).length;
  if (item.state === 'received') return photos ? t('state.photos', { n: photos }) : t('state.received');
  if (isPending(item) && item.attempts > 0) return t('state.retrying', { n: item.attempts });
  return t(`state.${item.state}`);
}
