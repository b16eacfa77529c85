import { signal } from '../../../vendor/signals.js';
import { number, t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { go } from '../../../store/navigation.js';
import { imports, sendRoster } from '../../../store/community/roster.js';
import { button } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { notice } from '../../../ui/notice.js';
import { empty } from '../../../ui/waiting.js';
import { whenWords } from '../../dates.js';
import { failureWords } from '../../failure.js';
import { shown } from '../../reading.js';

/** @typedef {import('../../../store/community/roster.js').Import} Import */

const EMPTY = {
  file: /** @type {File | null} */ (null), share: 0, sending: /** @type {AbortController | null} */ (null), failure: /** @type {string | null} */ (null),
};
/** The file stays chosen when it could not be sent. */
const form = signal(EMPTY);

/** @param {Partial<typeof EMPTY>} part */
const change = (part) => { form.value = { ...form.value, ...part }; };

export const enter = () => void imports.load();

export const view = () => ({
  title: t('office.place.roster'),
  back: '#/office',
  body: html`<div class="stack-wide">
    ${sending()}
    <section class="section"><h2>${t('office.roster.earlier')}</h2>${shown(imports.reading.value, list, enter)}</section>
  </div>`,
});

const sending = () => html`<section class="stack">
  <p>${t('office.roster.how')}</p><p class="soft">${t('office.roster.private')}</p>
  ${form.value.failure ? notice({ kind: 'bad', title: t('office.roster.not_sent'), body: form.value.failure }) : null}
  <div class="field"><label for="roster">${t('office.roster.file')}</label>
    <input id="roster" type="file" accept=".xlsx,.csv" onChange=${chosen} /></div>
  ${form.value.sending ? underWay() : button({ label: t('office.roster.send'), kind: 'primary', busy: !form.value.file, onClick: send })}
</section>`;

const underWay = () => html`<div class="stack-tight" role="status">
  <p><b>${t('office.roster.sending', { n: number(Math.round(form.value.share * 100)) })}</b></p>
  <progress max="1" value=${form.value.share} aria-label=${t('office.roster.send')}></progress>
  ${button({ label: t('office.roster.stop'), onClick: () => form.value.sending?.abort() })}</div>`;

/** @param {Event} event */
function chosen(event) {
  change({ file: /** @type {HTMLInputElement} */ (event.target).files?.[0] ?? null, failure: null });
}

async function send() {
  const { file } = form.value;
  if (!file) return;
  const stop = new AbortController();
  change({ sending: stop, share: 0, failure: null });
  try {
    const made = await sendRoster(file, { signal: stop.signal, onProgress: (share) => change({ share }) });
    form.value = EMPTY;
    go(link('/office/roster/:id', { id: made.id }));
  } catch (error) {
    change({ sending: null, failure: stop.signal.aborted ? t('office.roster.stopped') : failureWords(error) });
  }
}

/** @param {Import[]} all */
function list(all) {
  if (!all.length) return empty({ icon: 'list-checks', title: t('office.roster.none'), body: t('office.roster.none_more') });
  return html`<ul class="cards">${all.map((one) => html`<li key=${one.id}><a class="card card-link" href=${link('/office/roster/:id', { id: one.id })}>
    <span class="grow"><span class="card-title">${one.filename}</span>
      <span class="card-detail">${whenWords(one.created_at)}${t('date.comma')}${tCode('office.roster.status', one.status, 'office.roster.status.other')}</span></span>
    <span class="go">${icon('chevron-right')}</span></a></li>`)}</ul>`;
}
