import { t, tCode } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { mark, swatch } from '../mark.js';
import { doorName, landings } from './doors.js';
import { keepPlace, moveByArrow } from './keys.js';

/**
 * @typedef {import('../../types/model.js').Door} Door
 * @typedef {import('../../types/model.js').Stairwell} Stairwell
 * @typedef {object} Ticking doors are ticked for one action on all of them
 * @property {Set<string>} ticked household ids
 * @property {(householdIds: string[]) => void} toggle
 * @property {Record<string, (event: any) => void>} sweep pointer handlers
 * @typedef {object} Props
 * @property {Stairwell[]} stairwells
 * @property {(door: Door) => string | null} hrefOf where a tap leads; null where there is nothing to do
 * @property {Ticking | null} [ticking]
 * @property {(door: Door) => string} wordsOf the state of a door in words
 */

/** The building as it stands: floors × doors, coloured and marked. @param {Props} props */
export const buildingPicture = (props) => html`<div class=${`building no-print${props.ticking ? ' ticking' : ''}`}>
  ${props.stairwells.map((one) => stairwellPicture(one, props))}</div>`;

/** @param {Stairwell} stairwell @param {Props} props */
function stairwellPicture(stairwell, props) {
  const floors = landings(stairwell);
  const first = floors.flatMap(({ doors }) => doors).find(Boolean);
  return html`<section class="stack-tight">
    <h2>${stairwellName(stairwell)}</h2>
    <div class="stairwell" onKeyDown=${moveByArrow} onFocusIn=${keepPlace} ...${props.ticking?.sweep}>
      <div class="stairwell-roof"></div>
      <div class="stairwell-scroll"><div class="floors">
        ${floors.map(({ floor, doors }, row) => html`<div class="floor" role="group" aria-label=${floor === null ? t('building.street') : t('building.floor', { floor })}>
          ${floorName(floor, doors, props.ticking)}
          ${doors.map((door, place) => (door ? doorCell(door, { row, place, first: door === first }, props) : html`<span class="door-gap"></span>`))}
        </div>`)}
      </div></div>
    </div>
  </section>`;
}

/** @param {Stairwell} stairwell */
export const stairwellName = ({ id, code }) => (id ? t('building.stairwell', { code }) : t('building.street'));

/** @param {number | null} floor @param {(Door | null)[]} doors @param {Ticking | null} [ticking] */
function floorName(floor, doors, ticking) {
  if (!ticking || floor === null) return html`<span class="floor-name" aria-hidden="true">${floor}</span>`;
  const ids = doors.flatMap((door) => (door ? [door.household_id] : []));
  return html`<button type="button" class="floor-name" aria-label=${t('building.tick_floor', { floor })}
    onClick=${() => ticking.toggle(ids)}>${floor}</button>`;
}

/** @param {Door} door @param {{ row: number, place: number, first: boolean }} at @param {Props} props */
function doorCell(door, { row, place, first }, { hrefOf, ticking, wordsOf }) {
  const name = doorName(door);
  const state = door.mark ?? 'none';
  const common = {
    class: `door state state-${state}`,
    'data-row': row, 'data-place': place, 'data-household': door.household_id,
    'aria-label': t('building.door', { door: name, state: wordsOf(door) }),
    tabindex: first ? 0 : -1,
  };
  const face = html`${mark(state)}<span>${name}</span>`;
  if (ticking) {
    return html`<button type="button" ...${common} aria-pressed=${ticking.ticked.has(door.household_id)}
      onClick=${() => ticking.toggle([door.household_id])}>${face}</button>`;
  }
  return html`<a ...${common} href=${hrefOf(door)} aria-disabled=${hrefOf(door) ? undefined : 'true'}>${face}</a>`;
}

/** From what asks for something to what does not. */
const ORDER = ['urgent', 'need', 'escalated', 'oppose', 'tried', 'undecided', 'none', 'unknown', 'talked', 'support', 'left_alone', 'not_assigned'];

/**
 * What the colours and marks mean, with how many doors bear each.
 * @param {Stairwell[]} stairwells
 * @param {string} layer
 */
export function legend(stairwells, layer) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const state of stairwells.flatMap(({ doors }) => doors.map((door) => door.mark ?? 'none'))) counts.set(state, (counts.get(state) ?? 0) + 1);
  const states = [...counts.keys()].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  return html`<ul class="legend">${states.map((state) => html`<li key=${state}>
    ${swatch(state)}<span>${tCode(`mark.${layer}`, state, 'mark.other')} <b class="numbers">${counts.get(state)}</b></span></li>`)}</ul>`;
}
