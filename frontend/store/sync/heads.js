import { pin } from '../../lib/pins.js';
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
    const { data } = await services.api.request('GET', inCommunity('/checkpoint'));
    const finding = await pin(services.db, id, data);
    alarm.value = finding === 'shrunk' || finding === 'rewritten' ? finding : null;
    if (finding === 'shrunk') await resendFrom(services.db, account, id, data.size);
  } catch (error) {
    if (!(error instanceof NotReached || error instanceof Problem)) throw error;
  }
}
