/**
 * Where a file of the client lies: the page names it in `<meta name="linli:…">`, so that packing can give
 * it a name with its hash.
 * @param {string} name
 */
export function asset(name) {
  const meta = document.querySelector(`meta[name="linli:${name}"]`);
  return meta?.getAttribute('content') ?? name;
}
