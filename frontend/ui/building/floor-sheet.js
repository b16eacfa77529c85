import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { doorName, landings } from './doors.js';
import { stairwellName } from './picture.js';

/**
 * The same building for a paper day: seen only in print. Each door has its code, the letters of the
 * outcomes to ring, and room for a word.
 * @param {{ title: string, stairwells: import('../../types/model.js').Stairwell[] }} props
 */
export const floorSheet = ({ title, stairwells }) => html`${stairwells.map((stairwell) => html`
  <section class="floor-sheet">
    <h2>${title} · ${stairwellName(stairwell)}</h2>
    <p>${t('sheet.how')}</p>
    <table>${landings(stairwell).map(({ floor, doors }) => html`<tr><th scope="row">${floor}</th>
      ${doors.map((door) => html`<td>${door ? paperDoor(door) : null}</td>`)}</tr>`)}</table>
    <p>${t('sheet.foot')}</p>
  </section>`)}`;

/** @param {import('../../types/model.js').Door} door */
const paperDoor = (door) => html`<span class="door-code">${doorName(door)}</span> <small>${door.code}</small>
  <span class="boxes">${t('sheet.boxes')}</span>`;
