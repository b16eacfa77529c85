import { asset } from '../lib/assets.js';
import { html } from '../lib/html.js';

/**
 * An icon beside words; the words carry the meaning, the icon is silent.
 * @param {string} name of a Lucide icon in the sprite
 */
export const icon = (name) => html`<svg class="icon" aria-hidden="true"><use href=${`${asset('icons/sprite.svg')}#${name}`} /></svg>`;
