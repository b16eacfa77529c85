import { fromBase64, toBase64 } from '../base64.js';

/**
 * An encrypted file that carries records from one phone to another: PBKDF2-SHA-256 over a spoken
 * password, AES-256-GCM over the records and their photos. 600,000 rounds is OWASP's figure for this hash.
 */
const FORMAT = 'linli-handover-1';
const ITERATIONS = 600_000;

/**
 * @typedef {{ sha256: string, content_type: string, bytes: ArrayBuffer }} File
 * @typedef {{ items: import('./item.js').Item[], files: File[] }} Parcel
 */

/**
 * @param {{ subtle: SubtleCrypto, fill: (bytes: Uint8Array) => Uint8Array }} crypto
 * @param {Parcel} parcel items with payloads open
 * @param {string} password
 * @returns {Promise<string>} the text of the file
 */
export async function closeParcel({ subtle, fill }, { items, files }, password) {
  const salt = fill(new Uint8Array(16));
  const iv = fill(new Uint8Array(12));
  const packed = files.map(({ bytes, ...rest }) => ({ ...rest, bytes: toBase64(new Uint8Array(bytes)) }));
  const plain = new TextEncoder().encode(JSON.stringify({ items, files: packed }));
  const data = await subtle.encrypt(algorithm(iv), await keyFrom(subtle, password, salt, ITERATIONS), plain);
  return JSON.stringify({
    format: FORMAT, iterations: ITERATIONS, salt: toBase64(salt), iv: toBase64(iv), data: toBase64(new Uint8Array(data)),
  });
}

/**
 * @param {SubtleCrypto} subtle
 * @param {string} text
 * @param {string} password
 * @returns {Promise<Parcel | null>} null when the password is wrong or the file is not one of ours
 */
export async function openParcel(subtle, text, password) {
  try {
    const file = JSON.parse(text);
    if (file.format !== FORMAT) return null;
    const key = await keyFrom(subtle, password, fromBase64(file.salt), Math.min(file.iterations, ITERATIONS * 10));
    const plain = await subtle.decrypt(algorithm(fromBase64(file.iv)), key, /** @type {BufferSource} */ (fromBase64(file.data)));
    const { items, files } = JSON.parse(new TextDecoder().decode(plain));
    return { items, files: files.map((/** @type {any} */ one) => ({ ...one, bytes: fromBase64(one.bytes).buffer })) };
  } catch {
    return null;
  }
}

/** @param {Uint8Array} iv */
const algorithm = (iv) => ({ name: 'AES-GCM', iv: /** @type {BufferSource} */ (iv) });

/** @param {SubtleCrypto} subtle @param {string} password @param {Uint8Array} salt @param {number} iterations */
async function keyFrom(subtle, password, salt, iterations) {
  const secret = await subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: /** @type {BufferSource} */ (salt), iterations };
  return subtle.deriveKey(how, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
