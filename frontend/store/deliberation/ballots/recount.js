import { signal } from '../../../vendor/signals.js';
import { recount } from '../../../lib/recount/recount.js';
import { read } from '../../office/call.js';
import { services } from '../../services.js';
import { keptOf } from './receipts.js';
import { archiveOf } from './results.js';

/**
 * The round counted once more on this phone, from the archive that anybody may download.
 * @typedef {{ state: 'none' | 'counting' } | { state: 'failed', failure: unknown } | { state: 'done', steps: import('../../../lib/recount/recount.js').Step[] }} Recounting
 */

/** @type {import('../../../vendor/signals.js').Signal<Recounting>} */
export const recounting = signal({ state: 'none' });

/** Without an encrypted address the browser cannot compute fingerprints. */
export const canRecount = () => Boolean(services.subtle);

/** @param {import('./results.js').Result} shown */
export async function countAgain({ round: { id, state }, digest: result }) {
  if (!services.subtle) return;
  recounting.value = { state: 'counting' };
  try {
    const kept = await keptOf(id);
    const [archive, { verifier_key: key }] = await Promise.all([archiveOf(id), read('/checkpoint')]);
    recounting.value = archive === null ? { state: 'none' } : { state: 'done', steps: await recount(services.subtle, archive, { key, result, state, ...kept }) };
  } catch (failure) {
    recounting.value = { state: 'failed', failure };
  }
}

export const forgetRecount = () => { recounting.value = { state: 'none' }; };
