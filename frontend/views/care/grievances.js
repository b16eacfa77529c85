import { t, tCode } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { link } from '../../lib/router.js';
import { grievances } from '../../store/care/grievances.js';
import { members } from '../../store/identity/team.js';
import { icon } from '../../ui/icon.js';
import { empty } from '../../ui/waiting.js';
import { nextDay } from '../dates.js';
import { asking, unask } from '../office/ask.js';
import { beside } from '../office/beside.js';
import { shown } from '../reading.js';
import { grievanceDetail, openGrievance } from './grievance-detail.js';

/**
 * What neighbours said at their doors, who sees to it, and what they were answered.
 * @typedef {import('../../lib/router.js').Place} Place
 * @typedef {import('../../store/care/grievances.js').Grievance} Grievance
 */

/** @type {import('../../store/care/grievances.js').Status[]} */
const STATUSES = ['open', 'answered', 'closed'];
const PATH = '/office/grievances';

/** @param {URLSearchParams} query */
const statusOf = (query) => query.get('status') ?? 'open';

let loaded = '';

/** @param {Place} place */
export function enter({ query }) {
  if (loaded !== statusOf(query)) void grievances.load(statusOf(query));
  loaded = statusOf(query);
  if (!members.reading.peek().value) void members.load();
  openGrievance(query.get('id') ?? '');
}

export function leave() {
  loaded = '';
  unask();
}

/** @param {Place} place */
export function view({ query }) {
  const status = statusOf(query);
  const chosen = grievances.reading.value.value?.find(({ id }) => id === query.get('id')) ?? null;
  return {
    title: t('office.place.grievances'), back: '#/office', wide: true,
    body: html`${beside({
      shut: link(PATH, {}, { status }),
      list: html`<div class="stack">${statuses(status)}${shown(grievances.reading.value, (all) => list(all, status, chosen), () => grievances.load(status))}</div>`,
      detail: chosen ? grievanceDetail(chosen) : null,
    })}${asking()}`,
  };
}

/** @param {string} status */
const statuses = (status) => html`<nav class="segments" aria-label=${t('office.grievance.which')}>${STATUSES.map((one) => html`<a class="button button-plain" href=${link(PATH, {}, { status: one })}
  aria-current=${one === status ? 'true' : undefined}>${t(`office.grievance.status.${one}`)}</a>`)}</nav>`;

/** @param {Grievance[]} all @param {string} status @param {Grievance | null} chosen */
function list(all, status, chosen) {
  if (!all.length) return empty({ icon: 'inbox', title: t('office.grievance.none'), body: t('office.grievance.none_more') });
  return html`<ul class="cards">${all.map((one) => html`<li key=${one.id}><a class=${`card card-link${one === chosen ? ' card-on' : ''}`} href=${link(PATH, {}, { status, id: one.id })}>
    <span class="grow"><span class="place">${one.household_code}</span><span class="card-title">${one.words}</span>
      <span class="card-detail">${[tCode('category', one.category, 'category.other'), t(`matter.${one.matter}`), nextDay(one.raised_at), one.owner_name ?? t('office.grievance.nobody')].join(t('date.comma'))}</span></span>
    <span class="go">${icon('chevron-right')}</span></a></li>`)}</ul>`;
}
