const FIRST_MS = 2_000;
const LONGEST_MS = 5 * 60_000;

/**
 * Half of the delay is fixed, half is chance, so that forty phones that lost the same network do not all
 * come back in the same second.
 * @param {number} attempts made so far, from 1
 * @param {() => number} random 0 ≤ x < 1
 * @returns {number} ms
 */
export function delayAfter(attempts, random) {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts - 1, 20));
  return Math.round(whole / 2 + (random() * whole) / 2);
}
