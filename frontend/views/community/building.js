import { signal } from '../../vendor/signals.js';
import { t, tCode } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { link } from '../../lib/router.js';
import { may } from '../../store/identity/session.js';
import { picture, pictureKey } from '../../store/community/buildings.js';
import { withRecorded } from '../../store/care/marks.js';
import { reading as todayReading, todayResource } from '../../store/care/today.js';
import { stopTicking, tickAlso, ticked, toggle } from '../../store/care/ticking.js';
import { items } from '../../store/sync/outbox.js';
import { buildingPicture, legend } from '../../ui/building/picture.js';
import { floorSheet } from '../../ui/building/floor-sheet.js';
import { sweep } from '../../ui/building/sweep.js';
import { shown } from '../reading.js';
import { buildingActions } from './building-actions.js';
import { layerSwitch } from './layer-switch.js';

/**
 * @typedef {import('../../lib/router.js').Place} Place
 * @typedef {import('../../store/community/buildings.js').Layer} Layer
 * @typedef {import('../../types/model.js').Door} Door
 */

const sweepHandlers = sweep(tickAlso);
const key = signal('');

/** @param {Place} place */
export async function enter(place) {
  if (may('care:today:see') && !todayReading.peek().value) await todayResource.load();
  key.value = pictureKey(shownLayer(place));
  void picture.load(key.value);
}

export const leave = stopTicking;

/** @param {Place} place */
function shownLayer({ params, query }) {
  const building = params.id ?? '';
  const canvass = query.get('canvass') ?? canvassFor();
  const layer = /** @type {Layer} */ (query.get('layer') ?? (canvass ? 'canvass' : 'plain'));
  return { building, canvass, layer };
}

/** With one canvass going on, that is the one. */
const canvassFor = () => todayReading.peek().value?.canvasses[0]?.id ?? null;

/** @param {Place} place */
export const view = (place) => ({
  title: picture.reading.value.value?.building.name ?? t('nav.building'),
  back: '#/buildings',
  broad: true,
  body: shown(picture.reading.value, (value) => drawn(value, place), () => picture.load(key.value)),
});

/** @param {import('../../store/community/buildings.js').Drawn} value @param {Place} place */
function drawn(value, place) {
  const { layer } = value;
  // Where only the plain picture may be seen, there is nothing to knock for.
  const canvass = layer === 'plain' ? null : shownLayer(place).canvass;
  const stairwells = withRecorded(value.stairwells, items.value, { layer, since: picture.reading.value.storedAt });
  const doors = stairwells.flatMap((one) => one.doors);
  return html`<div class="stack">
    ${layer === 'plain' ? null : layerSwitch(place, { canvass, layer })}
    ${legend(stairwells, layer)}
    ${buildingPicture({
      stairwells,
      hrefOf: (door) => doorHref(door, place, layer === 'needs' || !may('care:door-visit:log') ? null : canvass),
      wordsOf: (door) => tCode(`mark.${layer}`, door.mark ?? 'none', 'mark.other'),
      ticking: ticked.value ? { ticked: ticked.value, toggle, sweep: sweepHandlers } : null,
    })}
    ${buildingActions({ canvass: layer === 'canvass' && may('care:door-visit:log') ? canvass : null, doors })}
    ${floorSheet({ title: value.building.name, stairwells })}
  </div>`;
}

/** @param {Door} door @param {Place} place @param {string | null} canvass */
function doorHref(door, { path, query }, canvass) {
  if (!canvass) return link('/households/:id', { id: door.household_id }, { label: door.code });
  const from = query.size ? `${path}?${query}` : path;
  return link('/doors/:canvass/:household', { canvass, household: door.household_id }, { label: door.code, from });
}
