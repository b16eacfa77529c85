import { fromBase64, toBase64 } from './base64.js';

/**
 * RFC 6962 / RFC 9162 §2.1.3.2: does a leaf belong to the tree of this size and root?
 * @param {SubtleCrypto} subtle
 * @param {{ index: number, size: number, leafHash: string, path: string[], root: string }} proof base64 hashes
 * @returns {Promise<boolean>}
 */
export async function isIncluded(subtle, { index, size, leafHash, path, root }) {
  if (index < 0 || index >= size) return false;
  let [node, last] = [index, size - 1];
  let hash = fromBase64(leafHash);
  for (const step of path.map(fromBase64)) {
    if (last === 0) return false;
    const left = node % 2 === 1 || node === last;
    hash = await join(subtle, left ? step : hash, left ? hash : step);
    while (left && node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && toBase64(hash) === toBase64(fromBase64(root));
}

/** @param {SubtleCrypto} subtle @param {Uint8Array} left @param {Uint8Array} right */
async function join(subtle, left, right) {
  const both = new Uint8Array([1, ...left, ...right]);
  return new Uint8Array(await subtle.digest('SHA-256', both));
}
