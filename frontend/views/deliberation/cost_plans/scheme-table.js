import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { yuan } from '../../../lib/money.js';
import { readTable } from '../../../store/deliberation/cost_plans/desk.js';
import { signal } from '../../../vendor/signals.js';
import { button } from '../../../ui/button.js';
import { textArea } from '../../../ui/field.js';
import { icon } from '../../../ui/icon.js';
import { notice } from '../../../ui/notice.js';
import { failureWords } from '../../failure.js';
import { form, plainYuan } from './scheme-values.js';

/** What became of the last file or text that was read. @type {import('../../../vendor/signals.js').Signal<{ found: import('../../../store/deliberation/cost_plans/desk.js').Table | null, error: unknown }>} */
const last = signal({ found: null, error: null });

/** A table made elsewhere: a file, or what was pasted. */
export function tableQuestion() {
  const { found, error } = last.value;
  return html`<div class="stack" id="table-question">
    <label class="button button-plain" for="table-file">${icon('upload')}<span>${t('cost_plans.table_file')}</span></label>
    <input class="visually-hidden" id="table-file" type="file" accept=".xlsx,.csv" onChange=${chosen} />
    ${textArea({ ...form.field('table'), label: t('cost_plans.table'), hint: t('cost_plans.table_hint'), rows: 8 })}
    ${button({ label: t('cost_plans.table_read'), onClick: () => take(new Blob([form.state.peek().values.table]), 'table.csv') })}
    ${error ? notice({ kind: 'bad', title: failureWords(error) }) : null}
    ${found ? notice({ kind: found.problems.length ? 'warn' : 'good', title: t('cost_plans.table_found', { n: found.rows.length, yuan: yuan(found.total_fen) }),
      body: found.problems.length ? html`<ul>${found.problems.slice(0, 10).map(({ row, code, cell }) => html`<li>${t('cost_plans.table_problem', { row, code, cell })}</li>`)}</ul>` : null }) : null}
  </div>`;
}

/** @param {Event} event */
function chosen(event) {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const file = input.files?.[0];
  input.value = '';
  if (file) void take(file, file.name);
}

/** @param {Blob} file @param {string} name */
async function take(file, name) {
  try {
    const found = await readTable(file, name);
    last.value = { found, error: null };
    form.answer({ table: found.rows.map(({ code, fen }) => `${code}\t${plainYuan(fen)}`).join('\n') });
  } catch (error) {
    last.value = { found: null, error };
  }
}

/** @returns {Record<string, string>} */
export const tableErrors = () => (form.state.peek().values.table.trim() ? {} : { table: t('cost_plans.error.table') });
