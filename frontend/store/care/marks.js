import { isNewsSince } from '../../lib/outbox/item.js';

/**
 * @typedef {import('../../lib/outbox/item.js').Item} Item
 * @typedef {import('../../types/model.js').Stairwell} Stairwell
 * @typedef {import('../../types/model.js').DoorVisit} DoorVisit
 */

/** What a visit makes of a door until the server says it itself. @type {Record<string, string>} */
const MARKS = { talked: 'talked', nobody_home: 'tried', refused: 'tried', moved: 'tried', ask_again: 'tried' };

/** @param {DoorVisit} visit @param {string} layer */
const markOf = (visit, layer) => {
  if (layer === 'stance') return visit.stance;
  return visit.leave_alone ? 'left_alone' : MARKS[visit.outcome];
};

/**
 * The building as the server drew it, with what this phone recorded since drawn over it.
 * @param {Stairwell[]} stairwells
 * @param {Item[]} items
 * @param {{ layer: string, since: number | null }} drawn
 * @returns {Stairwell[]}
 */
export function withRecorded(stairwells, items, { layer, since }) {
  if (layer !== 'canvass' && layer !== 'stance') return stairwells;
  /** @type {Map<string, string>} */
  const marks = new Map();
  for (const item of items) {
    const mark = item.kind === 'door_visit' && isNewsSince(item, since) ? markOf(item.payload, layer) : null;
    if (mark) marks.set(item.order_key, mark);
  }
  return stairwells.map((stairwell) => ({
    ...stairwell,
    doors: stairwell.doors.map((door) => ({ ...door, mark: marks.get(door.household_id) ?? door.mark })),
  }));
}
