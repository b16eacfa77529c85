import { sha256Hex } from './hash.js';

/** The longer edge of what is sent: enough to read a consent form, small enough for a stairwell's network. */
const LONGEST_EDGE = 1600;
const QUALITY = 0.8;

/** @typedef {import('../types/model.js').Slot & { bytes: ArrayBuffer }} Prepared */

/**
 * Draws a photo anew, upright and small, as JPEG. Drawing anew leaves EXIF behind, the place where it was
 * taken included.
 * @param {Blob} file as the camera gave it
 * @param {object} env
 * @param {SubtleCrypto} env.subtle
 * @param {(file: Blob) => Promise<ImageBitmap>} [env.decode]
 * @returns {Promise<Prepared>}
 * @throws {Error} when this browser cannot read the file as a picture
 */
export async function preparePhoto(file, { subtle, decode = upright }) {
  const image = await decode(file);
  const canvas = drawn(image);
  image.close();
  const blob = await jpeg(canvas);
  const bytes = await blob.arrayBuffer();
  return { sha256: await sha256Hex(subtle, bytes), size: bytes.byteLength, content_type: 'image/jpeg', bytes };
}

/** @param {Blob} file */
const upright = (file) => createImageBitmap(file, { imageOrientation: 'from-image' });

/** @param {ImageBitmap} image */
function drawn(image) {
  const scale = Math.min(1, LONGEST_EDGE / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser cannot draw');
  // JPEG knows no transparency: what was clear becomes paper, not black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** @param {HTMLCanvasElement} canvas @returns {Promise<Blob>} */
const jpeg = (canvas) => new Promise((resolve, reject) => {
  canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('this browser cannot write JPEG'))), 'image/jpeg', QUALITY);
});
