/**
 * Where a file of the client lies: the page names it in `<meta name="linli:…">`, so that packing can give
 * it a name with its hash.
 * @param {string} name
 * @param {string} [otherwise] when the page does not name it
 */
export function asset(name, otherwise = name) {
  return document.querySelector(`meta[name="linli:${name}"]`)?.getAttribute('content') ?? otherwise;
}
