/**
 * What a neighbour reports, as it stands on the screen; pure.
 * @typedef {import('../../../types/model.js').Feedback} Feedback
 * @typedef {import('../../../types/model.js').FeedbackKind} FeedbackKind
 * @typedef {import('../../../types/model.js').FeedbackPayload} FeedbackPayload
 * @typedef {import('../../../types/model.js').HomePlace} HomePlace
 *
 * @typedef {object} FeedbackForm
 * @property {FeedbackKind | null} kind
 * @property {'home' | 'building' | 'outside' | null} where
 * @property {string} building
 * @property {string} stairwell
 * @property {string} floor
 * @property {string} place in own words
 * @property {string} words
 * @property {string} same_as the open report that this one repeats
 */

/** @returns {FeedbackForm} */
export const emptyForm = () => ({ kind: null, where: null, building: '', stairwell: '', floor: '', place: '', words: '', same_as: '' });

/** Begins at home where that is known. @param {FeedbackForm} form @param {HomePlace | null} home */
export const whereOf = (form, home) => form.where ?? (home?.building_id ? 'home' : null);

/** @typedef {{ building_id: string | null, stairwell_id: string | null, floor: number | null }} Spot */

/** @param {FeedbackForm} form @param {HomePlace | null} home @returns {Spot} */
export function spotOf(form, home) {
  const where = whereOf(form, home);
  if (where === 'home') return { building_id: home?.building_id ?? null, stairwell_id: home?.stairwell_id ?? null, floor: home?.floor ?? null };
  if (where !== 'building' || !form.building) return { building_id: null, stairwell_id: null, floor: null };
  const floor = Number.parseInt(form.floor, 10);
  return { building_id: form.building, stairwell_id: form.stairwell || null, floor: Number.isNaN(floor) ? null : floor };
}

/** @param {FeedbackForm} form @param {HomePlace | null} home @param {string} happened_at @returns {FeedbackPayload} */
export const payloadOf = (form, home, happened_at) => ({
  kind: form.kind ?? 'other',
  ...spotOf(form, home),
  place: whereOf(form, home) === 'home' ? null : form.place.trim() || null,
  words: form.words.trim() || null,
  same_as: form.same_as || null,
  happened_at,
});

/** Without a photo, there is nothing in it. @param {FeedbackForm} form @param {HomePlace | null} home */
export const saysNothing = (form, home) => {
  const { words, place, building_id, same_as } = payloadOf(form, home, '');
  return !words && !place && !building_id && !same_as;
};

/** A report the server refused, as the form it was made with. @param {FeedbackPayload} payload @returns {FeedbackForm} */
export const formOf = ({ kind, building_id, stairwell_id, floor, place, words, same_as }) => ({
  kind, where: building_id ? 'building' : 'outside', building: building_id ?? '', stairwell: stairwell_id ?? '',
  floor: floor === null ? '' : String(floor), place: place ?? '', words: words ?? '', same_as: same_as ?? '',
});

const SHOWN = 5;
const NEAR_FLOORS = 2;

/**
 * Of what the phone read last, the open reports most like one about to be sent: of the same kind anywhere,
 * or of any kind near by; the same kind first, then the nearer place. The server tells it better when it is
 * reached.
 * @param {Feedback[]} all @param {FeedbackKind | null} kind @param {Spot} spot
 */
export function alike(all, kind, spot) {
  const rank = (/** @type {Feedback} */ one) => Number(one.kind !== kind) * 3 + distance(one, spot);
  return all.filter((one) => one.kind === kind || distance(one, spot) === 0).sort((a, b) => rank(a) - rank(b)).slice(0, SHOWN);
}

/** 0 near by, 1 the same building, 2 elsewhere. @param {Feedback} one @param {Spot} spot */
function distance(one, spot) {
  if (!spot.building_id || one.building_id !== spot.building_id) return 2;
  if (spot.stairwell_id && one.stairwell_id) return Number(one.stairwell_id !== spot.stairwell_id);
  return Number(spot.floor !== null && one.floor !== null && Math.abs(one.floor - spot.floor) > NEAR_FLOORS);
}
