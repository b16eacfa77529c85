import { signal } from '../../../vendor/signals.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { changeSheet, openSheet, recordSheet, sheet } from '../../../store/care/sheet.js';
import { picture, pictureKey } from '../../../store/community/buildings.js';
import { say } from '../../../store/navigation.js';
import { today } from '../../../store/sync/outbox.js';
import { floorSheet } from '../../../ui/building/floor-sheet.js';
import { button } from '../../../ui/button.js';
import { choose } from '../../../ui/choices.js';
import { textField } from '../../../ui/field.js';
import { notice } from '../../../ui/notice.js';
import { shown } from '../../reading.js';
import { entryLine } from './entry-line.js';
import { floorList } from './floor-list.js';

/** @typedef {import('../../../lib/router.js').Place} Place */

/** @type {import('../../../types/model.js').Part[]} */
const PARTS = ['morning', 'afternoon', 'evening'];
const unsaved = signal(false);

/** @param {Place} place */
export async function enter({ params }) {
  unsaved.value = false;
  void picture.load(keyOf(params));
  await openSheet(params.canvass ?? '', params.building ?? '');
}

/** @param {Record<string, string>} params */
const keyOf = ({ building = '', canvass = '' }) => pictureKey({ building, canvass, layer: 'canvass' });

/** A building's paper sheet: printed, and entered when it comes back. @param {Place} place */
export const view = ({ params }) => ({
  title: picture.reading.value.value?.building.name ?? t('office.place.sheets'), back: '#/office/sheets',
  body: shown(picture.reading.value, drawn, () => picture.load(keyOf(params))),
});

/** @param {import('../../../types/model.js').Picture} found */
function drawn({ building, stairwells }) {
  const now = sheet.value;
  if (!now) return null;
  const doors = stairwells.flatMap((one) => one.doors);
  const n = Object.keys(now.entries).length;
  return html`<div class="stack-wide">
    <div class="stack no-print">
      ${button({ label: t('building.print'), icon: 'printer', wide: true, onClick: () => window.print() })}
      <p class="soft">${t('office.sheet.enter_how')}</p>
      ${textField({ id: 'day', label: t('office.sheet.day'), type: 'date', max: today.value, short: true, value: now.day, onInput: (day) => changeSheet({ day }) })}
      ${choose({ id: 'part', legend: t('office.sheet.part'), across: true, value: now.part, options: PARTS.map((value) => ({ value, label: t(`part.${value}`) })), onChange: (part) => changeSheet({ part }) })}
      ${entryLine(doors)}
      ${unsaved.value ? notice({ kind: 'bad', title: t('form.not_saved') }) : null}
    </div>
    <div class="no-print">${floorList(stairwells, now)}</div>
    <div class="action-bar no-print">${button({ label: t('office.sheet.record', { n }), kind: 'primary', busy: n === 0 || !now.day, onClick: () => save(doors) })}</div>
    ${floorSheet({ title: building.name || t('building.name', { code: building.code }), stairwells })}
  </div>`;
}

/** @param {import('../../../types/model.js').Door[]} doors */
async function save(doors) {
  unsaved.value = false;
  try {
    say(t('office.sheet.recorded', { n: await recordSheet(doors) }));
  } catch (error) {
    // A full phone: what was ringed is still on the screen, and the person must know that it is not recorded.
    console.error(error);
    unsaved.value = true;
  }
}
