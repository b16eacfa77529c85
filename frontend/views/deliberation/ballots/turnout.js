import { number, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { signal } from '../../../vendor/signals.js';
import { picture } from '../../../store/deliberation/ballots/rounds.js';
import { buildingPicture } from '../../../ui/building/picture.js';
import { barChart } from '../../../ui/charts/bars.js';
import { dayChart } from '../../../ui/charts/days.js';
import { selectField } from '../../../ui/field.js';
import { swatch } from '../../../ui/mark.js';
import { shown } from '../../reading.js';
import { thresholdBar } from './threshold-bar.js';
import { shortDay } from './words.js';

/** @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round */
/** @typedef {import('../../../store/deliberation/ballots/rounds.js').Turnout} Turnout */

const BASES = /** @type {const} */ (['heads', 'area']);

/** How many ballots came in; never what they say. @param {Round} one @param {Turnout} turnout */
export function turnoutPart(one, turnout) {
  if (!one.electorate) return null;
  return html`<section class="section stack"><h2>${t('ballots.turnout')}</h2>
    ${isOver(one) ? null : html`<p class="soft">${t('ballots.turnout_more')}</p>`}
    ${BASES.map((basis) => thresholdBar({
      basis, of: 'participation', part: of(turnout.returned, basis), whole: of(turnout.electorate, basis), need: turnout.needed.find((need) => need.basis === basis) ?? null }))}
    <p class="soft">${t('ballots.by_way', { phone: number(turnout.by_way.phone ?? 0), paper: number(turnout.by_way.paper ?? 0), delivered: number(turnout.delivered) })}</p>
    <details><summary><span class="grow">${t('ballots.turnout_by')}</span><u>${t('ballots.show')}</u></summary><div class="stack">
      ${turnout.by_building.length > 1 ? byBuilding(turnout.by_building) : null}
      ${turnout.by_day.length ? dayChart({ label: t('ballots.by_day'), days: turnout.by_day.map(({ day, heads }) => ({ name: shortDay(day), value: heads })) }) : null}</div></details>
    ${seesDoors(one) ? doorsPart(one, turnout) : null}</section>`;
}

/** Small ones are left out while ballots are taken: who has voted could be told. @param {Turnout['by_building']} buildings */
function byBuilding(buildings) {
  const lines = buildings.flatMap((each) => (each.returned ? [{ label: nameOf(each), state: 'talked', value: each.returned.heads, of: each.electorate.heads }] : []));
  const left = buildings.filter(({ returned }) => !returned);
  return html`${lines.length ? barChart({ label: t('ballots.by_building'), lines }) : null}
    ${left.length ? html`<p class="soft">${t('ballots.by_building_few', { names: left.map(nameOf).join(t('ballots.and')) })}</p>` : null}`;
}

/** @param {Turnout['by_building'][number]} building */
const nameOf = ({ name, code }) => name || (code ? t('building.name', { code }) : t('building.street'));

/** @param {{ heads: number, area_dm2: number }} weight @param {'heads' | 'area'} basis */
export const of = ({ heads, area_dm2 }, basis) => (basis === 'heads' ? heads : area_dm2);

/** While ballots are taken only those who deliver and record know whose is missing. @param {Round} one */
const seesDoors = (one) => one.may.includes('see_electors') || isOver(one);

/** Nobody votes any more, and what was chosen is known. @param {Round} one */
const isOver = (one) => ['counted', 'on_notice', 'final', 'annulled'].includes(one.state);

/** Whose picture is open, as `round/building`. */
const opened = signal('');

/** @param {Round} one @param {Turnout} turnout */
function doorsPart(one, turnout) {
  const buildings = turnout.by_building.flatMap(({ building_id, code, name }) => (building_id ? [{ value: building_id, label: name || t('building.name', { code }) }] : []));
  const [id, building] = opened.value.split('/');
  const here = id === one.id && building ? building : '';
  const choose = (/** @type {string} */ value) => {
    opened.value = `${one.id}/${value}`;
    if (value) void picture.load(opened.peek());
  };
  return html`<div class="stack">${selectField({ id: 'building', label: t('ballots.on_building'), value: here, onInput: choose, options: [{ value: '', label: t('ballots.choose') }, ...buildings] })}
    ${here ? shown(picture.reading.value, drawnDoors, () => picture.load(opened.peek())) : null}</div>`;
}

/** The marks of a door, from the back end's to those that are drawn. @type {Record<string, string>} */
export const DRAWN = { returned: 'talked', delivered: 'tried', not_delivered: 'none', no_elector: 'left_alone' };

/** @param {import('../../../store/deliberation/ballots/rounds.js').Schemas['RoundPictureOut']} found */
const drawnDoors = ({ stairwells }) => html`${ballotLegend(stairwells)}
  ${buildingPicture({ stairwells: drawnWells(stairwells), hrefOf: () => null, wordsOf: (door) => wordsOfMark(door.mark) })}`;

/** @typedef {import('../../../store/deliberation/ballots/rounds.js').Schemas['RoundPictureStairwell']} Well */

/** @param {Well[]} stairwells */
export const drawnWells = (stairwells) => stairwells.map((one) => ({ ...one, doors: one.doors.map((door) => ({ ...door, mark: DRAWN[door.mark] ?? 'none' })) }));

/** @param {string | null} drawn */
export const wordsOfMark = (drawn) => t(`ballots.door.${/** @type {'returned'} */ (Object.entries(DRAWN).find(([, mark]) => mark === drawn)?.[0] ?? 'no_elector')}`);

/** @param {Well[]} stairwells */
export function ballotLegend(stairwells) {
  const marks = stairwells.flatMap(({ doors }) => doors.map(({ mark }) => mark));
  return html`<ul class="legend">${Object.entries(DRAWN).filter(([mark]) => marks.some((each) => each === mark)).map(([mark, drawn]) => html`<li key=${mark}>${swatch(drawn)}<span>${wordsOfMark(drawn)} <b class="numbers">${marks.filter((each) => each === mark).length}</b></span></li>`)}</ul>`;
}
