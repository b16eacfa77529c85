import { day, t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { saveFile } from '../../../lib/save-file.js';
import { duties, needs, opened, openings, takeOut } from '../../../store/care/register/register.js';
import { suggestions } from '../../../store/care/register/suggestions.js';
import { button, linkButton } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { chip } from '../../../ui/mark.js';
import { empty } from '../../../ui/waiting.js';
import { ask, asking, unask } from '../../office/ask.js';
import { beside } from '../../office/beside.js';
import { shown } from '../../reading.js';
import { needDetail } from './need-detail.js';
import { waitingList } from './waiting-list.js';

/**
 * The register: what waits for its keeper, and who is in it, by door; never by name before an opening.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../store/care/register/register.js').Need} Need
 */

const PATH = '/office/register';
const TABS = /** @type {const} */ (['waiting', 'active', 'ended']);

/** @param {URLSearchParams} query */
const tabOf = (query) => TABS.find((one) => one === query.get('show')) ?? 'waiting';

let loaded = '';

/** @param {Place} place */
export function enter({ query }) {
  const tab = tabOf(query);
  const id = query.get('id');
  if (loaded !== tab) load(tab);
  loaded = tab;
  if (opened.peek()?.id !== id) opened.value = null;
  if (id) void openings.load(id);
}

/** @param {string} tab */
function load(tab) {
  void needs.load(tab === 'ended' ? 'ended' : 'active');
  if (tab !== 'waiting') return;
  void suggestions.load();
  void duties.load();
}

export function leave() {
  loaded = '';
  opened.value = null;
  unask();
}

/** @param {Place} place */
export function view({ query }) {
  const tab = tabOf(query);
  const chosen = needs.reading.value.value?.find(({ id }) => id === query.get('id')) ?? null;
  return {
    title: t('office.place.register'), back: '#/office', wide: true,
    body: html`${beside({
      shut: link(PATH, {}, { show: tab }),
      list: html`<div class="stack">${tabs(tab)}${tab === 'waiting' ? waitingList() : shown(needs.reading.value, (all) => list(all, tab, chosen), () => load(tab))}</div>`,
      detail: chosen ? needDetail(chosen) : null,
    })}${asking()}`,
  };
}

/** @param {string} tab */
const tabs = (tab) => html`<nav class="segments" aria-label=${t('office.grievance.which')}>${TABS.map((one) => html`<a class="button button-plain" href=${link(PATH, {}, { show: one })}
  aria-current=${one === tab ? 'true' : undefined}>${t(`office.register.tab.${one}`)}</a>`)}</nav>`;

/** @param {Need[]} all @param {string} tab @param {Need | null} chosen */
function list(all, tab, chosen) {
  if (!all.length) return empty({ icon: 'heart-handshake', title: t('office.register.none'), body: t('office.register.none_more') });
  return html`<ul class="cards">${all.map((one) => html`<li key=${one.id}><a class=${`card card-link${one === chosen ? ' card-on' : ''}`} href=${link(PATH, {}, { show: tab, id: one.id })}>
      <span class="grow"><span class="place">${one.household_code}</span>
        <span class="card-detail">${needWords(one)}</span>${one.urgent ? chip('urgent', t('urgency.urgent')) : null}</span>
      <span class="go">${icon('chevron-right')}</span></a></li>`)}</ul>
    ${tab === 'active' ? html`<div class="stack-tight">${button({ label: t('office.register.export'), icon: 'package', wide: true, onClick: askToExport })}
      ${linkButton({ label: t('office.place.statistics'), href: '#/office/statistics', kind: 'quiet', wide: true })}</div>` : null}`;
}

/** @param {Need} one */
const needWords = ({ kind, review_on }) => [kind ? tCode('need', kind, 'need.other') : '', review_on ? t('office.register.review_on', { day: day(review_on) }) : ''].filter(Boolean).join(t('date.comma'));

const askToExport = () => ask({
  title: t('office.register.export'), body: t('office.register.export_body'), reason: t('office.register.purpose'), yes: t('office.register.export_yes'),
  then: async (purpose, id) => saveFile(await takeOut(purpose, id), t('office.register.file_name')),
});
