import { signal } from '../../vendor/signals.js';
import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { devices, endDevice, loadDevices } from '../../store/identity/account.js';
import { button } from '../../ui/button.js';
import { notice } from '../../ui/notice.js';
import { skeleton } from '../../ui/waiting.js';
import { whenWords } from '../dates.js';
import { failureWords } from '../failure.js';

const failure = signal(/** @type {string | null} */ (null));

/** @param {() => Promise<unknown>} work */
async function attempt(work) {
  failure.value = null;
  await work().catch((error) => { failure.value = failureWords(error); });
}

export const enter = () => attempt(loadDevices);

export const view = () => ({
  title: t('devices.title'),
  back: '#/settings',
  body: html`<div class="stack">
    <p class="soft">${t('devices.explain')}</p>
    ${failure.value ? notice({ kind: 'warn', title: t('reading.failed'), body: failure.value }) : null}
    ${devices.value ? html`<ul class="cards">${devices.value.map((one) => html`<li class="card stack-tight" key=${one.id}>${device(one)}</li>`)}</ul>` : failure.value ? null : skeleton()}
  </div>`,
});

/** @param {import('../../types/model.js').Device} one */
const device = ({ id, device_name, last_seen_at, current }) => html`
  <p><span class="card-title">${device_name}</span><span class="card-detail">${t('devices.seen', { time: whenWords(last_seen_at) })}</span></p>
  ${current ? html`<p><span class="tag tag-good">${t('devices.this')}</span></p>`
    : button({ label: t('devices.end'), kind: 'danger', onClick: () => attempt(() => endDevice(id)) })}`;
