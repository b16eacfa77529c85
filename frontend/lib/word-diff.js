/**
 * What changed between two texts, word by word; in Chinese, as the browser cuts words.
 * @typedef {{ kind: 'same' | 'gone' | 'new', text: string }} Piece
 */

/** Longer texts are compared line by line: the table would outgrow a phone. */
const MOST_CELLS = 4_000_000;

/** @param {string} text @param {string} locale @returns {string[]} */
function wordsOf(text, locale) {
  if (!('Segmenter' in Intl)) return text.split(/(?<=\s)|(?=\s)|(?<=[\u3000-\u9fff])/u);
  return [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
}

/**
 * @param {string} before @param {string} after @param {string} [locale]
 * @returns {Piece[]} in the order of reading; neighbours of one kind are one piece
 */
export function difference(before, after, locale = 'zh-CN') {
  let [old, now] = [wordsOf(before, locale), wordsOf(after, locale)];
  if (old.length * now.length > MOST_CELLS) [old, now] = [before.split(/(?<=\n)/), after.split(/(?<=\n)/)];
  return joined(walk(old, now, commonLengths(old, now)));
}

/** Lengths of the longest common subsequences of the ends of both. @param {string[]} old @param {string[]} now */
function commonLengths(old, now) {
  const width = now.length + 1;
  const table = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      table[i * width + j] = old[i] === now[j] ? at(table, (i + 1) * width + j + 1) + 1
        : Math.max(at(table, (i + 1) * width + j), at(table, i * width + j + 1));
    }
  }
  return table;
}

/** @param {Uint32Array} table @param {number} place */
const at = (table, place) => table[place] ?? 0;

/** @param {string[]} old @param {string[]} now @param {Uint32Array} table @returns {Piece[]} */
function walk(old, now, table) {
  const width = now.length + 1;
  /** @type {Piece[]} */
  const pieces = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      pieces.push({ kind: 'same', text: old[i] ?? '' });
      [i, j] = [i + 1, j + 1];
    } else if (j >= now.length || (i < old.length && at(table, (i + 1) * width + j) >= at(table, i * width + j + 1))) {
      pieces.push({ kind: 'gone', text: old[i] ?? '' });
      i += 1;
    } else {
      pieces.push({ kind: 'new', text: now[j] ?? '' });
      j += 1;
    }
  }
  return pieces;
}

/** @param {Piece[]} pieces */
function joined(pieces) {
  /** @type {Piece[]} */
  const found = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else found.push({ ...piece });
  }
  return found;
}
