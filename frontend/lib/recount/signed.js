import { fromBase64 } from '../base64.js';

/** What a signed note says of the log. @typedef {{ origin: string, size: number, root: string, signed: 'good' | 'bad' | 'not_here' }} Head */

const [KEY_TYPE, KEY_HASH] = [1, 4];

/**
 * Reads a signed note and checks its Ed25519 signature where the browser can.
 * @param {SubtleCrypto} subtle
 * @param {string} note
 * @param {string} key `origin+hash+base64`, as it is printed on notices
 * @returns {Promise<Head>} the root in base64
 */
export async function signedHead(subtle, note, key) {
  const split = note.indexOf('\n\n') + 1;
  const text = note.slice(0, split);
  const [origin = '', size = '', root = ''] = text.split('\n');
  const [named = ''] = key.split('+', 1);
  const line = note.slice(split + 1).split('\n').find((each) => each.startsWith(`— ${named} `));
  const signed = !line || origin !== named ? 'bad' : await checked(subtle, text, line.slice(named.length + 3), key.slice(key.indexOf('+', named.length + 1) + 1));
  return { origin, size: Number(size), root, signed };
}

/** @param {SubtleCrypto} subtle @param {string} text @param {string} signature @param {string} key @returns {Promise<'good' | 'bad' | 'not_here'>} */
async function checked(subtle, text, signature, key) {
  const imported = await subtle.importKey('raw', fromBase64(key).slice(KEY_TYPE), 'Ed25519', false, ['verify']).catch(() => null);
  if (!imported) return 'not_here';
  const good = await subtle.verify('Ed25519', imported, fromBase64(signature).slice(KEY_HASH), new TextEncoder().encode(text));
  return good ? 'good' : 'bad';
}
