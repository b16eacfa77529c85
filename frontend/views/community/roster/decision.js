import { t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { goInstead, say } from '../../../store/navigation.js';
import { rows } from '../../../store/community/roster.js';
import { decided, noteDecision } from '../../../store/community/roster-decisions.js';
import { button, linkButton } from '../../../ui/button.js';
import { textField } from '../../../ui/field.js';
import { notice } from '../../../ui/notice.js';
import { shown } from '../../reading.js';
import { createForm } from '../../office/form.js';
import { placeWords } from './rows.js';

/**
 * One row that the program would not guess: corrected, taken as it stands, or left out.
 * @typedef {import('../../../store/community/roster.js').Import} Import
 * @typedef {import('../../../store/community/roster.js').PlanRow} PlanRow
 * @typedef {import('../../../store/community/roster.js').Issue} Issue
 */

/** What looks wrong and can yet be true; a person may take it as it stands. */
const ACCEPTABLE = ['floor_beyond_building', 'area_implausible', 'area_shared', 'same_room_other_owner', 'same_room_other_details'];

const form = createForm(() => ({ row: '', fields: /** @type {Record<string, string>} */ ({}) }));

/** @param {string} importId @param {string} row */
export function openRow(importId, row) {
  if (form.state.peek().values.row !== row) form.begin({ row, fields: decided.peek()[row]?.fields ?? {} });
  if (rows.reading.peek().value?.outcome !== 'review') void rows.load(`${importId}?outcome=review`);
}

/** @param {Import} one */
const back = (one) => link('/office/roster/:id', { id: one.id }, { outcome: 'review' });

/** @param {Import} one @param {string} rowId */
export const decisionForm = (one, rowId) => shown(rows.reading.value, ({ items }) => {
  const row = items.find(({ row_id }) => row_id === rowId);
  return row ? rowForm(one, row) : linkButton({ label: t('office.to_list'), href: back(one) });
}, () => rows.load(`${one.id}?outcome=review`));

/** @param {Import} one @param {PlanRow} row */
function rowForm(one, row) {
  const issues = row.issues.length ? row.issues : [row];
  const mayStand = issues.every(({ code }) => ACCEPTABLE.includes(code ?? ''));
  return html`<form class="stack" novalidate onSubmit=${(/** @type {Event} */ event) => { event.preventDefault(); correct(one, row); }}>
    <h2>${placeWords({ ...row, column: null })}</h2>
    ${issues.map((issue) => notice({ kind: 'warn', title: issue.message ?? '',
      body: issue.value ? t('office.row.cell', { header: issue.header ?? '', value: issue.value }) : t('office.row.empty', { header: issue.header ?? '' }) }))}
    ${mayStand ? button({ label: t('office.row.stand'), wide: true, onClick: () => note(one, row, { action: 'correct', fields: {}, accept: issues.flatMap(({ code }) => code ?? []) }) }) : null}
    <h3>${t('office.row.correct_how')}</h3>
    ${cellsOf(row, issues).map((cell) => textField({
      id: `cell-${cell.field}`, label: cell.header || tCode('office.field', cell.field, 'office.field.other'),
      value: form.state.value.values.fields[cell.field] ?? cell.value ?? '', autocomplete: 'off',
      onInput: (value) => form.answer({ fields: { ...form.state.value.values.fields, [cell.field]: value } }),
    }))}
    <div class="action-bar">
      ${button({ label: t('office.row.correct'), kind: 'primary', type: 'submit', busy: !Object.keys(form.state.value.values.fields).length })}
      ${button({ label: t('office.row.skip'), wide: true, onClick: () => note(one, row, { action: 'skip', fields: {}, accept: [] }) })}
    </div></form>`;
}

/**
 * What is in doubt first, then the rest of the row.
 * @param {PlanRow} row @param {Issue[]} issues
 */
function cellsOf(row, issues) {
  const doubted = issues.flatMap(({ field, header, value }) => (field ? [{ field, header: header ?? '', value: value ?? '' }] : []));
  const first = doubted.filter(({ field }, at) => doubted.findIndex((other) => other.field === field) === at);
  return [...first, ...row.cells.filter(({ field }) => !first.some((other) => other.field === field))];
}

/** @param {Import} one @param {PlanRow} row */
function correct(one, row) {
  const { fields } = form.state.value.values;
  if (Object.keys(fields).length) void note(one, row, { action: 'correct', fields, accept: [] });
}

/** @param {Import} one @param {PlanRow} row @param {import('../../../store/community/roster.js').Decision} decision */
async function note(one, row, decision) {
  await noteDecision(one.id, row.row_id ?? '', decision);
  form.begin();
  say(t('office.row.noted'));
  goInstead(back(one));
}
