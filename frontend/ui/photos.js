import { t } from '../lib/i18n.js';
import { html } from '../lib/html.js';
import { arrive } from './arriving.js';
import { button } from './button.js';
import { icon } from './icon.js';

/**
 * A photo instead of typing. The camera opens by itself on a phone; elsewhere a file is chosen.
 * @param {object} props
 * @param {string} props.id
 * @param {{ sha256: string, url: string }[]} props.photos
 * @param {(file: File) => unknown} props.onAdd false, or a promise of it, where the photo cannot be taken
 * @param {(sha256: string) => unknown} props.onRemove
 * @param {string} [props.error]
 * @param {string} [props.again] where only one photo is kept: what takes the next one instead is called so
 * @param {string} [props.why] what to take a photo of, where it is more than another way to say it
 */
export const photoField = ({ id, photos, onAdd, onRemove, error, why, again }) => html`<div class="field">
  <span class="label">${t('photo.label')}</span>
  <span class="hint">${why ?? t('photo.hint')}${t('text.between')}${t('photo.shrunk')}</span>
  ${error ? html`<span class="wrong" role="alert">${error}</span>` : null}
  ${photos.length ? html`<ul class="photos">${photos.map((photo, at) => html`<li class="stack-tight" key=${photo.sha256}>
    <img src=${photo.url} alt=${t('photo.alt', { n: at + 1 })} />
    ${button({ label: t('photo.remove'), kind: 'quiet', onClick: () => onRemove(photo.sha256) })}</li>`)}</ul>` : null}
  <label class="button button-plain" for=${id}>${icon('camera')}<span>${again && photos.length ? again : t('photo.add')}</span></label>
  <input class="visually-hidden" id=${id} type="file" accept="image/*" capture="environment" onChange=${chosen(onAdd)} />
</div>`;

/** @param {(file: File) => unknown} onAdd @returns {(event: Event) => void} */
const chosen = (onAdd) => (event) => {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const file = input.files?.[0];
  // The same photo may be taken away and chosen again.
  input.value = '';
  if (file) arrive(onAdd(file));
};
