import { useEffect, useRef } from '../vendor/hooks.js';
import { html } from '../lib/html.js';
import { button } from './button.js';

const WIDTH = 640;
const HEIGHT = 240;

/**
 * A field to write one's name in with a finger. Whoever cannot draw types the name instead; that counts as much.
 * @param {{ label: string, clear: string, onDraw: (drawing: Blob | null) => unknown }} props
 */
export function SignatureField({ label, clear, onDraw }) {
  const ref = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  useEffect(() => (ref.current ? drawing(ref.current, onDraw) : undefined), []);
  const wipe = () => {
    const pen = ref.current?.getContext('2d');
    if (pen) blank(pen);
    onDraw(null);
  };
  return html`<div class="field"><span class="label">${label}</span>
    <canvas class="signature" ref=${ref} width=${WIDTH} height=${HEIGHT} role="img" aria-label=${label}></canvas>
    ${button({ label: clear, kind: 'quiet', onClick: wipe })}</div>`;
}

/** @param {CanvasRenderingContext2D} pen */
function blank(pen) {
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
}

/**
 * Follows the finger; when it lifts, the drawing is told.
 * @param {HTMLCanvasElement} canvas
 * @param {(drawing: Blob | null) => unknown} onDraw
 */
function drawing(canvas, onDraw) {
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  blank(pen);
  let down = false;
  const at = (/** @type {PointerEvent} */ event) => /** @type {[number, number]} */ ([(event.offsetX * WIDTH) / canvas.clientWidth, (event.offsetY * HEIGHT) / canvas.clientHeight]);
  const begin = (/** @type {PointerEvent} */ event) => {
    down = true;
    canvas.setPointerCapture(event.pointerId);
    Object.assign(pen, { strokeStyle: '#111', lineWidth: 5, lineCap: 'round', lineJoin: 'round' });
    pen.beginPath();
    pen.moveTo(...at(event));
  };
  const move = (/** @type {PointerEvent} */ event) => {
    if (!down) return;
    pen.lineTo(...at(event));
    pen.stroke();
  };
  const end = () => {
    if (down) canvas.toBlob(onDraw, 'image/png');
    down = false;
  };
  const heard = /** @type {const} */ ([['pointerdown', begin], ['pointermove', move], ['pointerup', end], ['pointercancel', end]]);
  for (const [name, hear] of heard) canvas.addEventListener(name, hear);
  return () => { for (const [name, hear] of heard) canvas.removeEventListener(name, hear); };
}
