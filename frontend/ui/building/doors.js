/**
 * @typedef {import('../../types/model.js').Door} Door
 * @typedef {import('../../types/model.js').Stairwell} Stairwell
 */

/** What stands on the door: the last part of its code, `3-2-1502` → `1502`. @param {Door} door */
export const doorName = (door) => door.code.split('-').at(-1) ?? door.door;

/** The places on a landing, in their order, over all floors. @param {Stairwell} stairwell */
const placesOf = (stairwell) => [...new Set(stairwell.doors.map(({ door }) => door))].sort();

/**
 * Floors from the top, each with a door or a gap for every place on the landing.
 * @param {Stairwell} stairwell
 * @returns {{ floor: number | null, doors: (Door | null)[] }[]}
 */
export function landings(stairwell) {
  const places = placesOf(stairwell);
  const at = new Map(stairwell.doors.map((door) => [`${door.floor}/${door.door}`, door]));
  return stairwell.floors.map((floor) => ({
    floor,
    doors: places.map((place) => at.get(`${floor}/${place}`) ?? null),
  }));
}
