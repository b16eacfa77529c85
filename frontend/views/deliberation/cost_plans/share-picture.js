import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { yuan } from '../../../lib/money.js';
import { drawnShares, SHARE_MARKS } from '../../../store/deliberation/cost_plans/floors.js';
import { shares } from '../../../store/deliberation/cost_plans/plans.js';
import { signal } from '../../../vendor/signals.js';
import { buildingPicture } from '../../../ui/building/picture.js';
import { selectField } from '../../../ui/field.js';
import { swatch } from '../../../ui/mark.js';
import { shown } from '../../reading.js';

/** @typedef {import('../../../store/deliberation/cost_plans/plans.js').Scheme} Scheme */

/** Whose picture is open, as `scheme/building`. */
const opened = signal('');

/** Whoever comes back to a scheme finds the building that was open. @param {string} id */
export function reopenPicture(id) {
  const [scheme, building] = opened.peek().split('/');
  if (scheme === id && building) void shares.load(opened.peek());
}

/** The building, each door coloured and marked by its share; a tap tells how it comes about. @param {Scheme} one */
export function sharePicture(one) {
  const buildings = [...new Map(one.scopes.flatMap(({ places }) => places).map((place) => [place.building_id, place.building_code]))];
  const [id, building] = opened.value.split('/');
  const here = id === one.id && building ? building : '';
  const choose = (/** @type {string} */ value) => {
    opened.value = `${one.id}/${value}`;
    if (value) void shares.load(opened.peek());
  };
  return html`<section class="section stack"><h2>${t('cost_plans.picture')}</h2>
    ${selectField({ id: 'building', label: t('cost_plans.building'), value: here, onInput: choose,
      options: [{ value: '', label: t('cost_plans.choose') }, ...buildings.map(([value, code]) => ({ value, label: t('building.name', { code }) }))] })}
    ${here ? shown(shares.reading.value, (pages) => drawn(one, pages), () => shares.load(opened.peek())) : null}</section>`;
}

/** @param {Scheme} one @param {import('../../../store/deliberation/cost_plans/plans.js').SharePage[]} pages */
function drawn(one, pages) {
  const { stairwells, fen, spread } = drawnShares(pages);
  const words = (/** @type {string} */ code) => t('cost_plans.yuan', { yuan: yuan(fen.get(code) ?? 0) });
  const counts = stairwells.flatMap(({ doors }) => doors).map(({ mark }) => mark);
  return html`<ul class="legend">${SHARE_MARKS.map((mark) => html`<li key=${mark}>${swatch(mark)}<span>${bandWords(mark, spread)} <b class="numbers">${counts.filter((each) => each === mark).length}</b></span></li>`)}</ul>
    ${buildingPicture({ stairwells, wordsOf: (door) => words(door.code), hrefOf: (door) => link('/deliberation/cost-schemes/:id/homes/:code', { id: one.id, code: door.code }) })}`;
}

/** @param {import('../../../store/deliberation/cost_plans/floors.js').ShareMark} mark @param {{ least: number, most: number }} spread */
function bandWords(mark, { least, most }) {
  const third = Math.round((most - least) / 3);
  if (mark === 'share_none') return t('cost_plans.band.none');
  if (mark === 'share_low') return t('cost_plans.band.low', { to: yuan(least + third) });
  return mark === 'share_middle' ? t('cost_plans.band.middle') : t('cost_plans.band.high', { from: yuan(least + 2 * third) });
}
