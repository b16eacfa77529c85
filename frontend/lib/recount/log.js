import { fromBase64, toBase64 } from '../base64.js';
import { leafHash } from '../merkle.js';
import { commitmentOf } from './digests.js';

/**
 * Entries of the log, each shown to stand in it.
 * @typedef {import('./digests.js').Doc} Doc
 * @typedef {{ seq: number, hash: string, series?: string, number?: string, kind: string, actor?: string, subject: string, public: Doc, private: Doc | null }} Entry
 */

const HASH = 32;
const KIND = 'deliberation.';

/**
 * The RFC 6962 root over all leaf hashes, and the root of the first of them: hashed once for both. An odd last
 * node is carried up as it is; the beginning is made of complete subtrees, one for each bit of its size.
 * @param {SubtleCrypto} subtle @param {Uint8Array} hashes 32 bytes each @param {number} [size] of the beginning
 * @returns {Promise<{ root: string, before: string }>} base64
 */
export async function rootsOf(subtle, hashes, size = 0) {
  const whole = [];
  let layer = Array.from({ length: hashes.length / HASH }, (_none, at) => hashes.subarray(at * HASH, (at + 1) * HASH));
  for (let left = size; ; left = Math.floor(left / 2)) {
    if (left % 2) whole.push(layer[left - 1] ?? new Uint8Array());
    if (layer.length < 2) break;
    const below = layer;
    layer = await Promise.all(Array.from({ length: Math.ceil(below.length / 2) }, (_none, at) => joined(subtle, below, at * 2)));
  }
  const empty = new Uint8Array(await subtle.digest('SHA-256', new Uint8Array()));
  let before = whole[0] ?? empty;
  for (const left of whole.slice(1)) before = await joined(subtle, [left, before], 0);
  return { root: toBase64(layer[0] ?? empty), before: toBase64(before) };
}

/** @param {SubtleCrypto} subtle @param {Uint8Array[]} below @param {number} at */
async function joined(subtle, below, at) {
  const [left, right] = [below[at] ?? new Uint8Array(), below[at + 1]];
  return right ? new Uint8Array(await subtle.digest('SHA-256', new Uint8Array([1, ...left, ...right]))) : left;
}

/**
 * @param {SubtleCrypto} subtle @param {Doc[]} lines @param {Uint8Array} hashes
 * @returns {Promise<{ entries: Entry[], wrong: number[] }>} the places of those that were changed
 */
export async function readEntries(subtle, lines, hashes) {
  const wrong = [];
  const entries = [];
  for (const line of lines) {
    const leaf = JSON.parse(line.leaf);
    const seq = Number(line.seq);
    const hash = await leafHash(subtle, line.leaf);
    const stands = Number(leaf.seq) === seq && hash === toBase64(hashes.subarray(seq * HASH, (seq + 1) * HASH));
    const opened = line.private === undefined || (await commitmentOf(subtle, line.salt, line.private)) === leaf.private;
    if (!stands || !opened || seq <= (entries.at(-1)?.seq ?? -1)) wrong.push(seq);
    entries.push({ seq, hash, series: leaf.series, number: leaf.number, kind: String(leaf.kind).replace(KIND, ''), actor: leaf.actor, subject: String(leaf.subject).split(':')[1] ?? '', public: leaf.public, private: line.private === undefined ? null : JSON.parse(line.private) });
  }
  return { entries, wrong };
}

/** @param {Entry[]} entries @param {string} kind */
export const ofKind = (entries, kind) => entries.filter((one) => one.kind === kind);

/** Whether two roots in base64 are one. @param {string} a @param {string} b */
export const sameRoot = (a, b) => toBase64(fromBase64(a)) === toBase64(fromBase64(b));
