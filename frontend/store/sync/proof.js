import { signal } from '../../vendor/signals.js';
import { isIncluded, leafHash } from '../../lib/merkle.js';
import { inCommunity } from '../identity/session.js';
import { services } from '../services.js';

/** What the check of a receipt found, by the record's id. @type {import('../../vendor/signals.js').Signal<Record<string, 'asking' | 'proven' | 'false' | 'failed'>>} */
export const proofs = signal({});

/**
 * Computes on this phone whether the record is in the community's signed log, as its receipt says.
 * @param {import('../../lib/outbox/item.js').Item} item
 */
export async function proveReceipt({ id, receipt }) {
  const tell = (/** @type {'asking' | 'proven' | 'false' | 'failed'} */ found) => { proofs.value = { ...proofs.value, [id]: found }; };
  if (!receipt || !services.subtle) return tell('failed');
  tell('asking');
  try {
    const { data } = await services.api.request('GET', inCommunity(`/receipts/${id}`));
    return tell((await holds(services.subtle, receipt, data)) ? 'proven' : 'false');
  } catch {
    return tell('failed');
  }
}

/**
 * @param {SubtleCrypto} subtle
 * @param {import('../../lib/outbox/item.js').Receipt} receipt
 * @param {import('../../types/model.js').ProvenReceipt} told
 */
async function holds(subtle, receipt, { index, leaf, inclusion }) {
  if (index !== receipt.index || (await leafHash(subtle, leaf)) !== receipt.leaf_hash) return false;
  return isIncluded(subtle, { index, size: inclusion.size, leafHash: receipt.leaf_hash, path: inclusion.path, root: inclusion.root_hash });
}
