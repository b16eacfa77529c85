import { thousandthsOf } from '../../../lib/money.js';

/**
 * Coefficients as they are typed, storey by storey, and as tiers.
 * @typedef {{ from_floor: number, to_floor: number, thousandths: number }} Tier
 */

/** @param {number[]} floors @param {Record<string, string>} typed by storey */
export const holes = (floors, typed) => floors.filter((floor) => thousandthsOf(typed[floor] ?? '') === null).sort((a, b) => a - b);

/**
 * Neighbouring storeys of the same weight as one tier.
 * @param {number[]} floors
 * @param {Record<string, string>} typed
 * @returns {Tier[]}
 */
export function tiersOf(floors, typed) {
  /** @type {Tier[]} */
  const tiers = [];
  for (const floor of [...floors].sort((a, b) => a - b)) {
    const thousandths = thousandthsOf(typed[floor] ?? '');
    const last = tiers.at(-1);
    if (thousandths === null) continue;
    if (last?.thousandths === thousandths && last.to_floor === floor - 1) last.to_floor = floor;
    else tiers.push({ from_floor: floor, to_floor: floor, thousandths });
  }
  return tiers;
}

/** @param {number[]} floors @param {Tier[]} tiers @returns {Record<string, string>} */
export const typedTiers = (floors, tiers) => Object.fromEntries(floors.flatMap((floor) => {
  const tier = tiers.find(({ from_floor, to_floor }) => from_floor <= floor && floor <= to_floor);
  return tier ? [[floor, String(tier.thousandths / 1000)]] : [];
}));
