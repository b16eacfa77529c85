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
 * The stairwells of a building, floors from the top; the shares of several costs added up.
 * @param {SharePage[]} pages
 * @param {{ least: number, most: number }} spread
 * @returns {{ stairwells: Stairwell[], fen: Map<string, number> }}
 */
export function drawnShares(pages, spread) {
  const homes = pages.flatMap((page) => page.homes);
  /** @type {Map<string, number>} */
  const fen = new Map();
  for (const home of homes) fen.set(home.code, (fen.get(home.code) ?? 0) + home.fen);
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
  return { stairwells, fen };
}
