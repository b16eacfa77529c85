import { fromBase64, toBase64 } from '../../../lib/base64.js';
import { isIncluded } from '../../../lib/merkle.js';

/**
 * A receipt: a random token that stays on this phone, and the hash of it that goes with the ballot. It
 * proves that a ballot was taken in, and tells nothing of the choice.
 * @typedef {import('../../../types/model.js').OpenedBox} OpenedBox
 */

const PURPOSE = 'linli/secret-ballot-receipt/1\n';
const TOKEN_BYTES = 32;

/** @param {Crypto} crypto @returns {string} base64 */
export const newToken = (crypto) => toBase64(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES)));

/** @param {Uint8Array} bytes */
const toHex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param {string} text */
const fromHex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** The leaf of a token, in hexadecimal (RFC 6962, 2.1). @param {SubtleCrypto} subtle @param {string} election @param {string} token base64 */
export async function leafOf(subtle, election, token) {
  const head = new TextEncoder().encode(`${PURPOSE}${election}\n`);
  return toHex(await digest(subtle, [0, ...head, ...fromBase64(token)]));
}

/** @param {SubtleCrypto} subtle @param {number[]} bytes */
const digest = async (subtle, bytes) => new Uint8Array(await subtle.digest('SHA-256', new Uint8Array(bytes)));

/** RFC 6962 cuts after the largest power of two below the size. @param {number} size */
const cut = (size) => 2 ** Math.floor(Math.log2(size - 1));

/** @param {SubtleCrypto} subtle @param {Uint8Array[]} leaves @returns {Promise<Uint8Array>} */
async function rootOf(subtle, leaves) {
  if (leaves.length === 1) return /** @type {Uint8Array} */ (leaves[0]);
  const middle = cut(leaves.length);
  const [left, right] = [await rootOf(subtle, leaves.slice(0, middle)), await rootOf(subtle, leaves.slice(middle))];
  return digest(subtle, [1, ...left, ...right]);
}

/** The hashes beside the way from a leaf to the root. @param {SubtleCrypto} subtle @param {Uint8Array[]} leaves @param {number} at @returns {Promise<Uint8Array[]>} */
async function pathOf(subtle, leaves, at) {
  if (leaves.length === 1) return [];
  const middle = cut(leaves.length);
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)];
  return at < middle ? [...await pathOf(subtle, left, at), await rootOf(subtle, right)] : [...await pathOf(subtle, right, at - middle), await rootOf(subtle, left)];
}

/**
 * Whether a token's ballot is among those published, by the published root.
 * @param {SubtleCrypto} subtle @param {string} election @param {string} token @param {OpenedBox} box
 */
export async function isTakenIn(subtle, election, token, { receipts, receipts_root }) {
  const leaf = await leafOf(subtle, election, token);
  const index = receipts.indexOf(leaf);
  if (index < 0 || !receipts_root) return false;
  const leaves = receipts.map(fromHex);
  const path = (await pathOf(subtle, leaves, index)).map(toBase64);
  return isIncluded(subtle, { index, size: leaves.length, leafHash: toBase64(fromHex(leaf)), path, root: toBase64(fromHex(receipts_root)) });
}

/** The ballots counted again: candidacy → votes. @param {string[][]} choices */
export function countAgain(choices) {
  /** @type {Map<string, number>} */
  const votes = new Map();
  for (const one of choices.flat()) votes.set(one, (votes.get(one) ?? 0) + 1);
  return votes;
}
