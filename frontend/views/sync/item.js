import { signal } from '../../vendor/signals.js';
import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { items, readItem } from '../../store/sync/outbox.js';
import { empty, skeleton } from '../../ui/waiting.js';
import { whenWords } from '../dates.js';
import { itemActions } from './item-actions.js';
import { stateWords, whatWords } from './item-card.js';
import { problemNotice } from './problem-notice.js';
import { receiptFacts } from './receipt.js';

/** @typedef {import('../../lib/outbox/item.js').Item} Item */

/** @type {import('../../vendor/signals.js').Signal<{ id: string, item: Item | null } | null>} */
const opened = signal(null);

/** @param {import('../../lib/router.js').Place} place */
export async function enter({ params }) {
  const id = params.id ?? '';
  opened.value = null;
  opened.value = { id, item: await readItem(id) };
}

/** @param {import('../../lib/router.js').Place} place */
export function view({ params }) {
  // The list is always current; the opened copy has the payload of a sealed kind.
  const now = items.value.find(({ id }) => id === params.id);
  return { title: now?.label ?? t('item.title'), back: '#/outbox', body: now ? details({ ...now, payload: opened.value?.item?.payload ?? now.payload }) : missing() };
}

const missing = () => (opened.value ? empty({ icon: 'inbox', title: t('item.gone') }) : skeleton(1));

/** @param {Item} one */
const details = (one) => html`<div class="stack-wide">
  ${problemNotice(one)}
  <dl class="facts card">
    <dt>${t('item.what')}</dt><dd>${whatWords(one)}</dd>
    <dt>${t('item.recorded')}</dt><dd>${whenWords(one.recorded_at)}</dd>
    <dt>${t('item.state')}</dt><dd>${stateWords(one)}</dd>
    ${one.failure ? html`<dt>${t('item.failure')}</dt><dd>${t('item.failure_at', { time: whenWords(one.failure.at) })}</dd>` : null}
    ${one.attachments.length ? html`<dt>${t('photo.label')}</dt><dd>${t('item.photos', { n: one.attachments.length, stored: one.attachments.filter(({ state }) => state === 'stored').length })}</dd>` : null}
  </dl>
  ${receiptFacts(one)}
  ${itemActions(one)}
</div>`;
