import { create, looked, read, readAll } from '../../office/call.js';

/**
 * Canvasses, and how far each has come. Figures that could give a few homes away are null.
 * @typedef {{ id: string, project_id: string, title: string, starts_on: string, ends_on: string, explains: string[], open: boolean }} Canvass
 * @typedef {{ building_id: string, code: string, total: number | null, visited: number | null, done: number | null, nobody_home: number | null, escalated: number | null }} BuildingCoverage
 *
 * @typedef {object} Coverage
 * @property {boolean} exact
 * @property {number | null} total
 * @property {number | null} visited
 * @property {number | null} done
 * @property {BuildingCoverage[]} by_building
 * @property {Record<'support' | 'undecided' | 'oppose' | 'unknown', number | null>} stances
 * @property {{ date: string, visits: number | null, done: number | null }[]} by_day
 */

export const canvasses = looked(async () => /** @type {Canvass[]} */ ((await readAll('/canvasses')).reverse()));

export const coverage = looked(async (id) => ({
  canvass: /** @type {Canvass} */ (await read(`/canvasses/${id}`)),
  figures: /** @type {Coverage} */ (await read(`/canvasses/${id}/coverage`)),
}));

/** @param {{ id: string, project_id: string, title: string, starts_on: string, ends_on: string, explains: string[] }} body @returns {Promise<Canvass>} */
export const openCanvass = (body) => create('/canvasses', body);

/**
 * Doors that stand out of the ordinary way: tried in vain, or asked to be left alone.
 * @typedef {{ building_id: string, building_code: string, door: import('../../../types/model.js').Door }} StuckDoor
 */
export const stuckDoors = looked(async (id) => {
  const figures = /** @type {Coverage} */ (await read(`/canvasses/${id}/coverage`));
  const found = await Promise.all(figures.by_building.map((one) => stuckIn(id, one)));
  return found.flat();
});

/** @param {string} id @param {BuildingCoverage} building @returns {Promise<StuckDoor[]>} */
async function stuckIn(id, { building_id, code }) {
  const picture = /** @type {import('../../../types/model.js').Picture} */ (await read(`/canvasses/${id}/picture?building_id=${building_id}&layer=canvass`));
  return picture.stairwells.flatMap(({ doors }) => doors)
    .filter(({ mark }) => mark === 'escalated' || mark === 'left_alone')
    .map((door) => ({ building_id, building_code: code, door }));
}

/** @param {string} canvass @param {{ id: string, household_id: string, reason: string }} body */
export async function reopenDoor(canvass, body) {
  await create(`/canvasses/${canvass}/door-reopenings`, body);
  await stuckDoors.load(canvass);
}
