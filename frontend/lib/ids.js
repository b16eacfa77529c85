/**
 * UUIDv7 (RFC 9562): 48 bits of milliseconds, then random bits. Ids made in the same millisecond, or
 * after the phone's clock was set back, still sort after the ones before them.
 * @param {{ now: () => number, fill: (bytes: Uint8Array) => Uint8Array }} source
 * @returns {() => string}
 */
export function createIds({ now, fill }) {
  let last = 0;
  return () => {
    last = Math.max(last + 1, now());
    return format(stamped(fill(new Uint8Array(16)), last));
  };
}

/** @param {Uint8Array} bytes @param {number} ms */
function stamped(bytes, ms) {
  for (let place = 5, rest = ms; place >= 0; place -= 1, rest = Math.floor(rest / 256)) bytes[place] = rest % 256;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes;
}

/** @param {Uint8Array} bytes */
function format(bytes) {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
