import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { OUTCOMES, ring, STANCES } from '../../../store/care/sheet.js';
import { doorName, landings } from '../../../ui/building/doors.js';
import { stairwellName } from '../../../ui/building/picture.js';
import { mark } from '../../../ui/mark.js';
import { letters } from './entry-line.js';

/**
 * The sheet as it lies on the table: floors from the top, each door with the letters to ring.
 * @typedef {import('../../../store/care/sheet.js').Entry} Entry
 * @typedef {import('../../../types/model.js').Door} Door
 * @param {import('../../../types/model.js').Stairwell[]} stairwells
 * @param {import('../../../store/care/sheet.js').Sheet} sheet
 */
export const floorList = (stairwells, sheet) => html`<div class="stack-wide">${stairwells.map((stairwell) => html`<section class="section" key=${stairwell.id}>
  <h2>${stairwellName(stairwell)}</h2>
  ${landings(stairwell).map(({ floor, doors }) => html`<div class="sheet-floor" key=${floor}><h3>${floor === null ? t('building.street') : t('building.floor', { floor })}</h3>
    ${doors.map((door) => (door ? doorLine(door, sheet.entries[door.household_id]) : null))}</div>`)}</section>`)}</div>`;

/** @param {Door} door @param {Entry | undefined} entry */
const doorLine = (door, entry) => html`<div class="sheet-door" key=${door.household_id} role="group" aria-label=${door.code}>
  <b class="numbers">${doorName(door)}</b>
  <div class="keys">${OUTCOMES.map((outcome, at) => key({ label: letters()[at] ?? '', words: t('building.door', { door: door.code, state: t(`visit.outcome.${outcome}`) }),
    pressed: entry?.outcome === outcome, onClick: () => ring(door.household_id, { outcome, stance: null }) }))}</div>
  ${entry?.outcome === 'talked' ? html`<div class="keys">${STANCES.map((stance) => key({ label: mark(stance), words: t('building.door', { door: door.code, state: t(`stance.${stance}`) }),
    pressed: entry.stance === stance, onClick: () => ring(door.household_id, { outcome: 'talked', stance: entry.stance === stance ? null : stance }) }))}</div>` : null}
</div>`;

/** @param {{ label: unknown, words: string, pressed: boolean, onClick: () => unknown }} props */
const key = ({ label, words, pressed, onClick }) => html`<button type="button" class="button button-plain" aria-label=${words} aria-pressed=${pressed} onClick=${onClick}>${label}</button>`;
