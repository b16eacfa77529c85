import { t } from '../../../lib/i18n.js';

/**
 * A part of a building in words: "building 3, stairwell 2, floors 1 to 6".
 * @param {{ building_code: string, stairwell_code: string | null, floor_from: number | null, floor_to: number | null }} part
 */
export const rangeWords = ({ building_code, stairwell_code, floor_from, floor_to }) => [
  t('building.name', { code: building_code }),
  stairwell_code ? t('building.stairwell', { code: stairwell_code }) : '',
  floorWords(floor_from, floor_to),
].filter(Boolean).join(' ');

/** @param {number | null} from @param {number | null} to */
function floorWords(from, to) {
  if (from === null || to === null) return '';
  return from === to ? t('building.floor', { floor: from }) : t('office.assign.floors', { from, to });
}
