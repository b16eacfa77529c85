/** Drift beyond this is shown to the volunteer and recorded with what they log; it is never corrected. */
export const DRIFT_LIMIT_SECONDS = 600;

/**
 * @typedef {object} Clock
 * @property {() => number} now milliseconds since 1970 by this phone
 * @property {() => string} iso the same as RFC 3339 UTC
 * @property {(serverTime: string, tookMs?: number) => void} compare notes how far the phone is from the server
 * @property {() => number | null} driftSeconds phone minus server, null until a server was heard
 */

/**
 * @param {{ now?: () => number }} [source]
 * @returns {Clock}
 */
export function createClock({ now = Date.now } = {}) {
  /** @type {number | null} */
  let drift = null;
  return {
    now,
    iso: () => new Date(now()).toISOString(),
    compare(serverTime, tookMs = 0) {
      const server = Date.parse(serverTime);
      // The server stamped its answer somewhere inside the round trip: take the middle.
      if (Number.isFinite(server)) drift = Math.round((now() - tookMs / 2 - server) / 1000);
    },
    driftSeconds: () => drift,
  };
}

/** @param {number | null} drift seconds */
export const driftIsLarge = (drift) => drift !== null && Math.abs(drift) > DRIFT_LIMIT_SECONDS;
