/**
 * Homes with their shares as the building picture wants them, and their marks.
 * @typedef {import('./plans.js').SharePage} SharePage
 * @typedef {import('../../../types/model.js').Stairwell} Stairwell
 * @typedef {'share_none' | 'share_low' | 'share_middle' | 'share_high'} ShareMark
 */

/** From what costs nothing to what costs most. @type {ShareMark[]} */
export const SHARE_MARKS = ['share_none', 'share_low', 'share_middle', 'share_high'];

/**
 * Which third of the way from the least to the most a share lies in.
 * @param {number} fen
 * @param {{ least: number, most: number }} spread of those that pay
 * @returns {ShareMark}
 */
export function markOf(fen, { least, most }) {
  if (!fen) return 'share_none';
  if (most === least) return 'share_middle';
  const third = Math.min(2, Math.floor(((fen - least) * 3) / (most - least)));
  return SHARE_MARKS[third + 1] ?? 'share_high';
}

/**
 * The stairwells of a building, floors from the top; the shares of several costs added up, and marked by
 * how they lie between the least and the most of this building.
 * @param {SharePage[]} pages
 * @returns {{ stairwells: Stairwell[], fen: Map<string, number>, spread: { least: number, most: number } }}
 */
export function drawnShares(pages) {
  const homes = pages.flatMap((page) => page.homes);
  /** @type {Map<string, number>} */
  const fen = new Map();
  for (const home of homes) fen.set(home.code, (fen.get(home.code) ?? 0) + home.fen);
  const paying = [...fen.values()].filter(Boolean);
  const spread = { least: Math.min(...paying), most: Math.max(...paying) };
  const unique = [...new Map(homes.map((home) => [home.code, home])).values()];
  const wells = [...new Set(unique.map(({ stairwell }) => stairwell))];
  const stairwells = wells.map((well) => {
    const own = unique.filter(({ stairwell }) => stairwell === well);
    return {
      id: well, code: well ?? '',
      floors: [...new Set(own.map(({ floor }) => floor))].sort((a, b) => b - a),
      doors: own.map(({ code, floor, door }) => ({
        household_id: code, code, floor, door, kind: /** @type {const} */ ('home'), occupancy: null, mark: markOf(fen.get(code) ?? 0, spread),
      })),
    };
  });
  return { stairwells, fen, spread: paying.length ? spread : { least: 0, most: 0 } };
}

/**
 * Neighbouring storeys that say the same, as one line.
 * @template {{ floor: number }} Row
 * @param {Row[]} rows from the top
 * @param {(row: Row) => string} saying
 * @returns {{ from: number, to: number, rows: Row[] }[]} from the lowest to the highest storey of each line
 */
export function bands(rows, saying) {
  /** @type {{ from: number, to: number, rows: Row[] }[]} */
  const found = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last?.rows[0] && saying(last.rows[0]) === saying(row)) {
      last.from = row.floor;
      last.rows.push(row);
    } else found.push({ from: row.floor, to: row.floor, rows: [row] });
  }
  return found;
}
