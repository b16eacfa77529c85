const [END, ENTRY] = [0x06054b50, 0x02014b50];
const [END_BYTES, ENTRY_BYTES, LOCAL_BYTES] = [22, 46, 30];
const STORED = 0;

/**
 * The files of a zip archive, read by its directory at the end.
 * @param {ArrayBuffer} archive
 * @returns {Promise<Map<string, Uint8Array<ArrayBuffer>>>} name to content
 */
export async function unzip(archive) {
  const view = new DataView(archive);
  const end = endOf(view);
  const files = new Map();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError('a zip entry is damaged');
    const [name, more, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    files.set(new TextDecoder().decode(new Uint8Array(archive, at + ENTRY_BYTES, name)), await content(archive, view, at));
    at += ENTRY_BYTES + (name ?? 0) + (more ?? 0) + (comment ?? 0);
  }
  return files;
}

/** @param {DataView} view */
function endOf(view) {
  for (let at = view.byteLength - END_BYTES; at >= 0; at -= 1) if (view.getUint32(at, true) === END) return at;
  throw new RangeError('this is no zip archive');
}

/** @param {ArrayBuffer} archive @param {DataView} view @param {number} entry */
async function content(archive, view, entry) {
  const [size, local] = [view.getUint32(entry + 20, true), view.getUint32(entry + 42, true)];
  const start = local + LOCAL_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const packed = archive.slice(start, start + size);
  if (view.getUint16(entry + 10, true) === STORED) return new Uint8Array(packed);
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
