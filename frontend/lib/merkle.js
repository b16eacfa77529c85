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
  return last === 0 && same(hash, root);
}

/**
 * RFC 9162 §2.1.4.2: does the tree of `size` leaves begin with the whole tree of `oldSize` leaves?
 * @param {SubtleCrypto} subtle
 * @param {{ oldSize: number, oldRoot: string, size: number, root: string, path: string[] }} proof base64 hashes
 * @returns {Promise<boolean>}
 */
export async function isConsistent(subtle, { oldSize, oldRoot, size, root, path }) {
  if (oldSize < 1 || oldSize > size) return false;
  if (oldSize === size) return path.length === 0 && oldRoot === root;
  const whole = Number.isInteger(Math.log2(oldSize));
  const [start, ...steps] = (whole ? [oldRoot, ...path] : path).map(fromBase64);
  if (!start) return false;
  let [node, last] = [oldSize - 1, size - 1];
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  let [before, now] = [start, start];
  for (const step of steps) {
    if (last === 0) return false;
    const left = node % 2 === 1 || node === last;
    if (left) before = await join(subtle, step, before);
    now = await join(subtle, left ? step : now, left ? now : step);
    while (left && node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && same(before, oldRoot) && same(now, root);
}

/** The hash of a leaf's own text. @param {SubtleCrypto} subtle @param {string} leaf @returns {Promise<string>} base64 */
export async function leafHash(subtle, leaf) {
  const bytes = new Uint8Array([0, ...new TextEncoder().encode(leaf)]);
  return toBase64(new Uint8Array(await subtle.digest('SHA-256', bytes)));
}

/** @param {Uint8Array} hash @param {string} text base64 */
const same = (hash, text) => toBase64(hash) === toBase64(fromBase64(text));

/** @param {SubtleCrypto} subtle @param {Uint8Array} left @param {Uint8Array} right */
async function join(subtle, left, right) {
  const both = new Uint8Array([1, ...left, ...right]);
  return new Uint8Array(await subtle.digest('SHA-256', both));
}
