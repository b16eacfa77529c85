import { signal } from '../../../vendor/signals.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { readLine, ring, sheet } from '../../../store/care/sheet.js';
import { button } from '../../../ui/button.js';
import { textField } from '../../../ui/field.js';

/** The letters ringed on the paper, in the order of the outcomes. */
export const letters = () => t('sheet.boxes').split(' ');

const line = signal({ text: '', fault: '', done: '' });

/** For whoever has a keyboard: a door, a letter, Enter; the next. @param {import('../../../types/model.js').Door[]} doors */
export const entryLine = (doors) => html`<form class="stack-tight" novalidate onSubmit=${(/** @type {Event} */ event) => { event.preventDefault(); void enter(doors); }}>
  ${textField({ id: 'line', label: t('office.sheet.line'), hint: t('office.sheet.line_hint', { letters: letters().join(' '), example: `${shortCode(doors)} ${letters()[0]} +` }),
    value: line.value.text, autocomplete: 'off', error: line.value.fault, onInput: (text) => { line.value = { text, fault: '', done: '' }; } })}
  <p role="status" class="soft">${line.value.done}</p>
  ${button({ label: t('office.sheet.add'), type: 'submit' })}
</form>`;

/** As short as a code of this building may be typed: the building itself is known. @param {import('../../../types/model.js').Door[]} doors */
const shortCode = (doors) => (doors[0]?.code ?? '').replace(/^[^-]*-/, '');

/** @param {import('../../../types/model.js').Door[]} doors */
async function enter(doors) {
  const read = readLine(line.value.text, doors, letters());
  if ('fault' in read) {
    line.value = { ...line.value, fault: t(`office.sheet.fault.${read.fault}`) };
    return;
  }
  const { door, entry } = read;
  const before = sheet.peek()?.entries[door.household_id];
  // Typing the same twice means it; taking back is for the keys below.
  if (before?.outcome !== entry.outcome || before.stance !== entry.stance) await ring(door.household_id, entry);
  line.value = { text: '', fault: '', done: t('building.door', { door: door.code, state: t(`visit.outcome.${entry.outcome}`) }) };
  document.getElementById('line')?.focus();
}
