import { signal } from '../../../vendor/signals.js';
import { number, t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { saveFile } from '../../../lib/save-file.js';
import { moreRows, refusedRows, rows } from '../../../store/community/roster.js';
import { decided } from '../../../store/community/roster-decisions.js';
import { button } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { notice } from '../../../ui/notice.js';
import { empty } from '../../../ui/waiting.js';
import { failureWords } from '../../failure.js';
import { shown } from '../../reading.js';

/**
 * The rows of one outcome: where each stands in the file, what is written there, and why it is here.
 * @typedef {import('../../../store/community/roster.js').Import} Import
 * @typedef {import('../../../store/community/roster.js').PlanRow} PlanRow
 */

const failure = signal(/** @type {string | null} */ (null));

/** @param {() => Promise<unknown>} work */
async function attempt(work) {
  failure.value = null;
  await work().catch((error) => { failure.value = failureWords(error); });
}

/** @param {Import} one @param {string} outcome */
export function rowList(one, outcome) {
  const key = `${one.id}?outcome=${outcome}`;
  return html`<section class="stack">
    <h2>${tCode('office.outcome', outcome, 'office.outcome.review')}</h2>
    <p class="soft">${tCode('office.outcome_more', outcome, 'office.outcome_more.review')}</p>
    ${failure.value ? notice({ kind: 'warn', title: t('reading.failed'), body: failure.value }) : null}
    ${outcome === 'review' && one.summary.review ? button({ label: t('office.roster.download'), icon: 'package', onClick: () => attempt(() => download(one)) }) : null}
    ${shown(rows.reading.value, (page) => list(one, page, key), () => rows.load(key))}
  </section>`;
}

/** @param {Import} one */
async function download(one) {
  saveFile(await refusedRows(one), t('office.roster.refused_name', { name: one.filename.replace(/\.\w+$/, '') }));
}

/** @param {Import} one @param {{ items: PlanRow[], next: string | null, outcome: string | null }} page @param {string} key */
function list(one, { items, next, outcome }, key) {
  if (!items.length) return empty({ icon: 'circle-check', title: t('office.rows.none') });
  return html`<ul class="cards">${items.map((row) => html`<li key=${row.row_id ?? row.household_code}>${outcome === 'review' ? reviewCard(one, row) : html`<div class="card"><div class="stack-tight">${rowBody(row)}</div></div>`}</li>`)}</ul>
    ${next ? button({ label: t('office.more'), wide: true, onClick: () => attempt(() => moreRows(key)) }) : null}`;
}

/** @param {Import} one @param {PlanRow} row */
function reviewCard(one, row) {
  const done = decided.value[row.row_id ?? ''] ?? row.decision;
  return html`<a class="card card-link" href=${link('/office/roster/:id', { id: one.id }, { outcome: 'review', row: row.row_id ?? '' })}>
    <span class="grow stack-tight">${rowBody(row)}
      ${done ? html`<span class="tag tag-good">${icon('check')}${t(done.action === 'skip' ? 'office.row.skipped' : 'office.row.corrected')}</span>` : null}</span>
    <span class="go">${icon('chevron-right')}</span></a>`;
}

/** @param {PlanRow} row */
const rowBody = (row) => html`
  ${row.household_code ? html`<span class="place">${row.household_code}</span>` : null}
  ${row.sheet ? html`<span class="card-detail">${placeWords(row)}</span>` : null}
  ${row.message ? html`<span><b>${row.message}</b></span>` : null}
  ${row.value ? html`<span class="quote">${row.header ? t('office.row.cell', { header: row.header, value: row.value }) : row.value}</span>` : null}
  ${row.cells.length ? html`<span class="card-detail">${homeWords(row)}</span>` : null}
  ${row.changes.map(changeLine)}`;

/** Which home the row speaks of, in the file's own words. @param {PlanRow} row */
const homeWords = ({ cells }) => ['building', 'stairwell', 'room', 'address', 'shop', 'owner']
  .flatMap((name) => cells.filter(({ field, value }) => field === name && value).map(({ value }) => value)).join(' · ');

/** Where in the file: sheet, row, column. @param {PlanRow} row */
export const placeWords = ({ sheet, row, column }) => [
  sheet, row === null ? '' : t('office.row.row', { n: number(row) }), column ? t('office.row.column', { column }) : '',
].filter(Boolean).join(t('date.comma'));

/** @param {{ field: string, before: unknown, after: unknown }} change */
const changeLine = ({ field, before, after }) => html`<span class="card-detail">${tCode('office.field', field, 'office.field.other')}${t('office.colon')}
  ${before === null || before === undefined ? null : html`<del>${valueWords(field, before)}</del> → `}<b>${valueWords(field, after)}</b></span>`;

/** @param {string} field @param {unknown} value */
function valueWords(field, value) {
  if (value === null || value === undefined) return t('office.row.nothing');
  if (field === 'area_dm2') return t('office.row.area', { n: (Number(value) / 100).toFixed(2) });
  if (field === 'kind' || field === 'occupancy') return tCode('office.value', String(value), 'office.value.other');
  return String(value);
}
