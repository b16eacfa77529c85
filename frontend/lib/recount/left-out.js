import { sameRoot } from './log.js';

/**
 * What shows that an archive leaves entries out: their numbers, the round's last step, and what this phone kept.
 * @typedef {import('./log.js').Entry} Entry
 * @typedef {{ index: number, leaf_hash: string, epoch: string }} Receipt
 * @typedef {import('../pins.js').Head} Head
 * @typedef {{ found: 'good' | 'wrong' | 'none' | 'older', what: string[] }} Found
 */

const SHOWN = 10;
/** The state that each step leads to. */
export const LEADS = /** @type {Record<string, string>} */ ({ drafted: 'draft', noticed: 'noticed', opened: 'open', closed: 'closed', counted: 'counted', published: 'on_notice', recounted: 'closed', final: 'final', annulled: 'annulled' });

/** @param {string[]} what @returns {Found} */
const judged = (what) => ({ found: what.length ? 'wrong' : 'good', what });

/**
 * Numbers go 1, 2, 3 … in the order of the log. A round of before there were any has none.
 * @param {Entry[]} entries @param {string} round
 */
export function numbers(entries, round) {
  if (!entries.some(({ number }) => number)) return { found: /** @type {const} */ ('none'), what: [] };
  const wrong = [];
  let last = 0;
  for (const { seq, series, number } of entries) {
    if (series === `ballot_round:${round}` && Number(number) > last) {
      const missing = Math.min(Number(number) - last - 1, SHOWN - wrong.length);
      for (let each = 1; each <= missing; each += 1) wrong.push(String(last + each));
      last = Number(number);
    } else {
      wrong.push(`${seq}: ${number ?? '–'}`);
    }
  }
  return judged(wrong.slice(0, SHOWN));
}

/** The last step among the entries led to the state on the screen. @param {Entry[]} entries @param {string} state of the round */
export function lastStep(entries, state) {
  const [last = ''] = entries.flatMap(({ kind }) => (kind.startsWith('ballot_round.') ? LEADS[kind.slice('ballot_round.'.length)] ?? [] : [])).slice(-1);
  return judged(last === state ? [] : [last]);
}

/**
 * The log begins with what this phone saw of it before.
 * @param {Head | undefined} pinned @param {number} size of the archive's log @param {string} epoch of it @param {string} before the root of as many of its entries as the phone saw
 * @returns {Found}
 */
export function pinnedHead(pinned, size, epoch, before) {
  if (!pinned?.size || pinned.epoch !== epoch) return { found: 'none', what: [] };
  if (pinned.size > size) return { found: 'older', what: [`${size} < ${pinned.size}`] };
  return judged(sameRoot(before, pinned.root_hash) ? [] : [String(pinned.size)]);
}

/**
 * What this phone was acknowledged stands among the entries as it was.
 * @param {Entry[]} entries @param {number} size of the archive's log @param {string} epoch @param {Receipt[]} kept
 * @returns {Found}
 */
export function ownReceipts(entries, size, epoch, kept) {
  const mine = kept.filter((one) => one.epoch === epoch);
  const standing = new Set(entries.map(({ seq, hash }) => `${seq} ${hash}`));
  const lost = mine.filter(({ index, leaf_hash: hash }) => index < size && !standing.has(`${index} ${hash}`)).map(({ index }) => String(index));
  if (lost.length) return judged(lost);
  const newer = mine.filter(({ index }) => index >= size).map(({ index }) => String(index));
  return newer.length ? { found: 'older', what: newer } : { found: mine.length ? 'good' : 'none', what: [] };
}
