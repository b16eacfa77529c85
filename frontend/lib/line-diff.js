/**
 * What changed between two texts, line by line: the longest common lines stay, the rest went or came.
 * @typedef {{ kind: 'same' | 'gone' | 'new', text: string }} Line
 */

/** Beyond so many pairs of lines the comparison would hold up an old phone; then all of it went and came. */
const MOST_PAIRS = 4_000_000;

/** @param {string} before @param {string} after @returns {Line[]} */
export function lineDiff(before, after) {
  const [a, b] = [before, after].map((text) => text.split(/\r?\n/));
  if (!a || !b) return [];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const middle = changed(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return [...lines('same', a.slice(0, start)), ...middle, ...lines('same', a.slice(a.length - end))];
}

/** @param {Line['kind']} kind @param {string[]} texts @returns {Line[]} */
const lines = (kind, texts) => texts.map((text) => ({ kind, text }));

/** @param {string[]} a @param {string[]} b @returns {Line[]} */
function changed(a, b) {
  if (!a.length || !b.length || a.length * b.length > MOST_PAIRS) return [...lines('gone', a), ...lines('new', b)];
  const common = commonFrom(a, b);
  const at = (/** @type {number} */ i, /** @type {number} */ j) => common[i * (b.length + 1) + j] ?? 0;
  /** @type {Line[]} */
  const found = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      found.push({ kind: 'same', text: a[i] ?? '' });
      [i, j] = [i + 1, j + 1];
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) found.push({ kind: 'gone', text: a[i++] ?? '' });
    else found.push({ kind: 'new', text: b[j++] ?? '' });
  }
  return found;
}

/** How many lines the rests of both have in common, for each pair of beginnings. @param {string[]} a @param {string[]} b */
function commonFrom(a, b) {
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = a[i] === b[j] ? (common[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
    }
  }
  return common;
}
