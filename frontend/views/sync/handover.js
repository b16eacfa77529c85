import { signal } from '../../vendor/signals.js';
import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { isPending, needsAttention } from '../../lib/outbox/item.js';
import { items, today } from '../../store/sync/outbox.js';
import { markHandedOver, newPassword, packParcel } from '../../store/sync/parcel.js';
import { button } from '../../ui/button.js';
import { notice } from '../../ui/notice.js';
import { empty } from '../../ui/waiting.js';
import { whatWords } from './item-card.js';
import { parcelIn } from './parcel-in.js';

/** @typedef {import('../../lib/outbox/item.js').Item} Item */

const packed = signal(/** @type {{ url: string, password: string, items: Item[] } | null} */ (null));

export const enter = () => { packed.value = null; };

export function leave() {
  if (packed.value) URL.revokeObjectURL(packed.value.url);
  packed.value = null;
}

/** @param {import('../../lib/router.js').Place} place */
export const view = ({ query }) => ({
  title: t('handover.title'),
  back: '#/outbox',
  body: html`<div class="stack-wide">${packed.value ? ready(packed.value) : choice(query.get('id'))}${parcelIn()}</div>`,
});

/** @param {string | null} only one record, or everything that has not arrived */
function choice(only) {
  const chosen = items.value.filter((item) => (only ? item.id === only : isPending(item) || needsAttention(item)));
  if (!chosen.length) return empty({ icon: 'circle-check', title: t('handover.nothing') });
  return html`<section class="stack"><p>${t('handover.explain')}</p>
    <ul class="cards">${chosen.map((item) => html`<li class="card" key=${item.id}><b>${item.label}</b> ${whatWords(item)}</li>`)}</ul>
    ${button({ label: t('handover.pack', { n: chosen.length }), kind: 'primary', icon: 'lock', onClick: () => pack(chosen) })}</section>`;
}

/** @param {Item[]} chosen */
async function pack(chosen) {
  const password = newPassword();
  packed.value = { url: URL.createObjectURL(await packParcel(chosen, password)), password, items: chosen };
}

/** @param {{ url: string, password: string, items: Item[] }} parcel */
const ready = ({ url, password, items: inside }) => html`<section class="stack">
  ${notice({ kind: 'good', title: t('handover.ready', { n: inside.length }), body: t('handover.ready_more') })}
  <p class="label">${t('handover.password')}</p><p class="place receipt">${password}</p>
  <a class="button button-primary" href=${url} download=${`linli-${today.value}.linli`} onClick=${() => markHandedOver(inside)}>${t('handover.save')}</a>
</section>`;
