import { signal } from '../../vendor/signals.js';

/**
 * What is in sight on every screen of how the sending stands. Only the signals: the machinery follows the
 * first screen.
 * @typedef {import('../../lib/outbox/sender.js').Outcome} Outcome
 */

/** @type {import('../../vendor/signals.js').Signal<{ busy: boolean, outcome: Outcome | null, at: number | null }>} */
export const sendingState = signal({ busy: false, outcome: null, at: null });

/** Set when the community's log was taken back or rewritten; shown until somebody looks into it. */
export const alarm = signal(/** @type {import('../../lib/pins.js').Finding | null} */ (null));
