import { signal } from '../../../vendor/signals.js';
import { t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { goInstead } from '../../../store/navigation.js';
import { correctSheets } from '../../../store/community/roster.js';
import { button } from '../../../ui/button.js';
import { tickBox } from '../../../ui/choices.js';
import { errorSummary } from '../../../ui/error-summary.js';
import { selectField, textField } from '../../../ui/field.js';
import { createForm } from '../../office/form.js';

/**
 * How each sheet was read, to be put right: whether it counts, where its headings are, what each column means.
 * @typedef {import('../../../store/community/roster.js').Import} Import
 * @typedef {import('../../../store/community/roster.js').Sheet} Sheet
 * @typedef {{ use?: boolean, header_row?: string, fields?: Record<number, string> }} Correction
 */

/** What the person changed, by import and sheet; it stays while they look elsewhere. */
const corrections = signal({ of: '', sheets: /** @type {Record<string, Correction>} */ ({}) });
const form = createForm(() => ({}));

/** @param {Import} one @returns {Record<string, Correction>} */
const known = (one) => (corrections.value.of === one.id ? corrections.value.sheets : {});

/** @param {Import} one @param {string} sheet @param {Correction} part */
function correct(one, sheet, part) {
  const all = known(one);
  corrections.value = { of: one.id, sheets: { ...all, [sheet]: { ...all[sheet], ...part } } };
}

/** @param {Import} one */
export const columnsForm = (one) => html`<form class="stack" novalidate onSubmit=${(/** @type {Event} */ event) => { event.preventDefault(); void save(one); }}>
  <h2>${t('office.roster.columns')}</h2>
  <p class="soft">${t('office.columns.how')}</p>
  ${errorSummary(form.state.value.errors)}
  ${one.sheets.map((sheet, at) => html`<section class="card" key=${sheet.name}><div class="stack">${sheetFields(one, sheet, at)}</div></section>`)}
  <div class="action-bar">${button({ label: t('office.columns.save'), kind: 'primary', type: 'submit', busy: form.state.value.busy })}</div>
</form>`;

/** @param {Import} one @param {Sheet} sheet @param {number} at */
function sheetFields(one, sheet, at) {
  const mine = known(one)[sheet.name] ?? {};
  const use = mine.use ?? sheet.use;
  return html`<h3>${sheet.name}</h3>
    ${sheet.reason && !mine.use ? html`<p class="soft">${tCode('office.why', sheet.reason, 'office.why.other')}</p>` : null}
    ${tickBox({ id: `use-${at}`, label: t('office.columns.use'), checked: use, onChange: (on) => correct(one, sheet.name, { use: on }) })}
    ${use ? textField({ id: `header-${at}`, label: t('office.columns.header'), hint: t('office.columns.header_hint'), short: true, inputmode: 'numeric',
      value: mine.header_row ?? String(sheet.header_row ?? ''), onInput: (header_row) => correct(one, sheet.name, { header_row }) }) : null}
    ${use && !headerMoved(sheet, mine) ? sheet.columns.map((column) => columnField(one, sheet, column, { at, mine })) : null}
    ${use && headerMoved(sheet, mine) ? html`<p class="soft">${t('office.columns.moved')}</p>` : null}`;
}

/** @param {Sheet} sheet @param {Correction} mine */
const headerMoved = (sheet, mine) => mine.header_row !== undefined && Number(mine.header_row) !== sheet.header_row;

/** @param {Import} one @param {Sheet} sheet @param {Sheet['columns'][number]} column @param {{ at: number, mine: Correction }} here */
const columnField = (one, sheet, { index, header, field, sample }, { at, mine }) => selectField({
  id: `column-${at}-${index}`, label: header || t('office.columns.no_name'), hint: sample ? t('office.columns.sample', { sample }) : t('office.columns.no_sample'),
  value: mine.fields?.[index] ?? field ?? '',
  options: [{ value: '', label: t('office.columns.ignore') }, ...one.fields.map((name) => ({ value: name, label: tCode('office.field', name, 'office.field.other') }))],
  onInput: (value) => correct(one, sheet.name, { fields: { ...mine.fields, [index]: value } }),
});

/** Two columns cannot mean the same. @param {Import} one @returns {Record<string, string>} */
function errorsOf(one) {
  /** @type {Record<string, string>} */
  const errors = {};
  for (const [at, sheet] of one.sheets.entries()) {
    const mine = known(one)[sheet.name] ?? {};
    if (!(mine.use ?? sheet.use)) continue;
    const row = Number(mine.header_row ?? sheet.header_row);
    if (!Number.isInteger(row) || row < 1) errors[`header-${at}`] = t('office.columns.error.header');
    const fields = columnsOf(sheet, mine).map(({ field }) => field).filter(Boolean);
    const twice = columnsOf(sheet, mine).find(({ field }, here) => field && fields.indexOf(field) < fields.lastIndexOf(field) && here >= 0);
    if (twice) errors[`column-${at}-${twice.index}`] = t('office.columns.error.twice', { field: tCode('office.field', twice.field ?? '', 'office.field.other') });
  }
  return errors;
}

/** @param {Sheet} sheet @param {Correction} mine */
const columnsOf = (sheet, mine) => sheet.columns.map(({ index, field }) => ({ index, field: (mine.fields?.[index] ?? field) || null }));

/** @param {Import} one */
async function save(one) {
  const sheets = one.sheets.filter(({ name }) => known(one)[name]).map((sheet) => {
    const mine = known(one)[sheet.name] ?? {};
    return {
      name: sheet.name, use: mine.use ?? sheet.use,
      ...(mine.header_row ? { header_row: Number(mine.header_row) } : {}),
      ...(mine.fields && !headerMoved(sheet, mine) ? { columns: columnsOf(sheet, mine) } : {}),
    };
  });
  const done = await form.submit(async () => {
    if (sheets.length) await correctSheets(one, sheets);
    return true;
  }, errorsOf(one));
  if (!done) return;
  corrections.value = { of: '', sheets: {} };
  goInstead(link('/office/roster/:id', { id: one.id }));
}
