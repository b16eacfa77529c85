import { digestOf } from './digests.js';
import { ofKind } from './log.js';

/**
 * Electors whose ballot was brought with proof and did not come back. The log names the paper, for whoever
 * brought it knows the door; the count commits to the list. Rounds that opened before name the elector.
 * @param {SubtleCrypto} subtle @param {Map<string, Uint8Array>} files @param {import('./log.js').Entry[]} entries
 * @param {string | undefined} recorded digest of the list
 * @returns {Promise<{ brought: Set<string>, wrong: string[] }>}
 */
export async function unreturned(subtle, files, entries, recorded) {
  const proven = ofKind(entries, 'ballot_delivery.made').filter((one) => one.private?.proven === 'true');
  const named = new Set(proven.map((one) => String(one.private?.[recorded ? 'paper' : 'elector'])));
  if (!recorded) return { brought: named, wrong: [] };
  const file = files.get('unreturned.json');
  if (!file) throw new RangeError('unreturned.json is missing');
  const listed = JSON.parse(new TextDecoder().decode(file));
  const told = await digestOf(subtle, listed);
  const brought = new Set(/** @type {string[]} */ (listed.electors));
  return { brought, wrong: [...(told === recorded ? [] : [told]), ...(brought.size > named.size ? [`${brought.size} > ${named.size}`] : [])] };
}
