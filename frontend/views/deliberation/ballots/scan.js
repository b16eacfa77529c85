import { useEffect, useRef } from '../../../vendor/hooks.js';
import { html } from '../../../lib/html.js';

/** Whether this browser reads codes by itself; elsewhere the short code is typed. */
export const canScan = () => 'BarcodeDetector' in globalThis && Boolean(navigator.mediaDevices);

/** The printed code in what was scanned: our own address, or the code alone. @param {string} text */
export const codeIn = (text) => new URLSearchParams(text.split('?').at(-1)).get('code') ?? text;

const EVERY_MS = 250;

/** The camera's picture, looked through for a code. @param {{ label: string, onCode: (code: string) => unknown, onFail: () => unknown }} props */
export function Scanner({ label, onCode, onFail }) {
  const ref = useRef(/** @type {HTMLVideoElement | null} */ (null));
  useEffect(() => watch(ref, onCode, onFail), []);
  return html`<video class="scanner" ref=${ref} muted playsinline aria-label=${label}></video>`;
}

/** @param {{ current: HTMLVideoElement | null }} ref @param {(code: string) => unknown} onCode @param {() => unknown} onFail */
function watch(ref, onCode, onFail) {
  let on = true;
  /** @type {MediaStream | null} */
  let stream = null;
  void (async () => {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const [video, Detector] = [ref.current, /** @type {any} */ (globalThis).BarcodeDetector];
      if (!video || !on) return;
      video.srcObject = stream;
      await video.play();
      const reader = new Detector({ formats: ['qr_code'] });
      while (on) {
        const [found] = await reader.detect(video);
        if (found) {
          onCode(codeIn(found.rawValue));
          return;
        }
        await new Promise((done) => setTimeout(done, EVERY_MS));
      }
    } catch {
      if (on) onFail();
    }
  })();
  return () => {
    on = false;
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
}
