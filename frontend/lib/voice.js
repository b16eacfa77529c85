import { sha256Hex } from './hash.js';

/** What browsers record, by what the server takes. */
const TYPES = [['audio/webm;codecs=opus', 'audio/webm'], ['audio/mp4', 'audio/mp4'], ['audio/ogg;codecs=opus', 'audio/ogg']];

/** A voice note is a word, not a meeting. */
const LONGEST_MS = 120_000;

export const canRecord = () => 'MediaRecorder' in globalThis && Boolean(globalThis.navigator?.mediaDevices) && chosen() !== undefined;

const chosen = () => TYPES.find(([type]) => type && MediaRecorder.isTypeSupported(type));

/**
 * Records until `stop` is called or the time is up.
 * @returns {Promise<{ stop: () => void, done: Promise<Blob> }>}
 * @throws {DOMException} when the microphone is refused
 */
export async function startVoice() {
  const [type = '', plain = ''] = chosen() ?? [];
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 24_000 });
  /** @type {Blob[]} */
  const parts = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const timer = setTimeout(() => recorder.stop(), LONGEST_MS);
  const done = new Promise((resolve) => {
    recorder.onstop = () => {
      clearTimeout(timer);
      stream.getTracks().forEach((track) => track.stop());
      resolve(new Blob(parts, { type: plain }));
    };
  });
  recorder.start();
  return { stop: () => { if (recorder.state !== 'inactive') recorder.stop(); }, done: /** @type {Promise<Blob>} */ (done) };
}

/**
 * @param {Blob} note
 * @param {SubtleCrypto} subtle
 * @returns {Promise<import('./photos.js').Prepared>} ready to be kept and sent
 */
export async function prepareVoice(note, subtle) {
  const bytes = await note.arrayBuffer();
  return { sha256: await sha256Hex(subtle, bytes), size: bytes.byteLength, content_type: /** @type {import('./photos.js').Prepared['content_type']} */ (note.type), bytes };
}
