import { html } from '../lib/html.js';
import { button } from './button.js';
import { icon } from './icon.js';

/**
 * Says what was just done. It stays until the person goes on; nothing times out.
 * @param {{ words: string, close: string, onClose: () => void } | null} toast
 */
export const toastLine = (toast) => html`<div class=${toast ? 'toast' : ''} role="status">${toast ? html`
  ${icon('circle-check')}<span>${toast.words}</span>${button({ label: toast.close, kind: 'quiet', onClick: toast.onClose })}` : null}</div>`;
