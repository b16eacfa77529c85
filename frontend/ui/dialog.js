import { useEffect, useRef } from '../vendor/hooks.js';
import { html } from '../lib/html.js';

/**
 * A question over the screen. The browser's own dialog keeps the focus inside and gives it back.
 * @param {{ title: string, onClose: () => void, children: unknown }} props
 */
export function Dialog({ title, onClose, children }) {
  const ref = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useEffect(() => {
    ref.current?.showModal();
    return () => ref.current?.close();
  }, []);
  return html`<dialog ref=${ref} aria-labelledby="dialog-title" onCancel=${onClose} onClick=${closeOutside(onClose)}>
    <div class="stack"><h2 id="dialog-title">${title}</h2>${children}</div>
  </dialog>`;
}

/** @param {() => void} onClose @returns {(event: Event) => void} */
const closeOutside = (onClose) => (event) => {
  if (event.target === event.currentTarget) onClose();
};
