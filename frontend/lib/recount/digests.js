/**
 * The fingerprints that an archive is held together by.
 * @typedef {{ [name: string]: any }} Doc a document of maps, lists and strings
 */

const hex = (/** @type {ArrayBuffer} */ bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
const utf8 = (/** @type {string} */ text) => new TextEncoder().encode(text);

/** RFC 8785 of a document without numbers. @param {unknown} value @returns {string} */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`;
}

/** SHA-256 of the canonical text, in hex. @param {SubtleCrypto} subtle @param {unknown} value */
export const digestOf = async (subtle, value) => hex(await subtle.digest('SHA-256', utf8(canonical(value))));

/** HMAC-SHA-256 in hex under a salt in hex. @param {SubtleCrypto} subtle @param {string} salt @param {string} text */
export async function commitmentOf(subtle, salt, text) {
  const bytes = Uint8Array.from(salt.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const key = await subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return hex(await subtle.sign('HMAC', key, utf8(text)));
}
