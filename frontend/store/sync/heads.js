import { pin, pinned } from '../../lib/pins.js';
import { NotReached, Problem } from '../../lib/problem.js';
import { resendFrom } from '../../lib/outbox/epoch.js';
import { accountId, community, inCommunity } from '../identity/session.js';
import { services } from '../services.js';
import { alarm } from './standing.js';

/**
 * Compares the head of the community's log with the last one this phone saw. When the log lost its end,
 * what this phone recorded there goes out again.
 */
export async function checkHeads() {
  const id = community.peek()?.id;
  const account = accountId.peek();
  if (!id || !account) return;
  try {
    const known = await pinned(services.db, id);
    const data = await readHead(known?.size ?? 0);
    const finding = await pin(services, id, known, data);
    alarm.value = finding === 'shrunk' || finding === 'rewritten' ? finding : null;
    if (finding === 'shrunk') await resendFrom(services.db, account, id, data.size);
  } catch (error) {
    if (!(error instanceof NotReached || error instanceof Problem)) throw error;
  }
}

/**
 * The head, with the proof that it goes on from the one of this size. A server whose log has become shorter
 * refuses the proof (422); its head alone then tells.
 * @param {number} since
 * @returns {Promise<import('../../types/model.js').Checkpoint>}
 */
async function readHead(since) {
  const path = inCommunity('/checkpoint');
  try {
    return (await services.api.request('GET', since ? `${path}?since=${since}` : path)).data;
  } catch (error) {
    if (!(error instanceof Problem && error.status === 422)) throw error;
    return (await services.api.request('GET', path)).data;
  }
}
