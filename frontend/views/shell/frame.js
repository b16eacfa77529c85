import { html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';

/**
 * What a view gives to the frame.
 * @typedef {object} Screen
 * @property {string} title
 * @property {string} [back] href; without it the screen is one of the main places
 * @property {unknown} body
 * @property {string} [place] over the title of a main place, instead of the community
 * @property {unknown} [aside] beside the title
 * @property {boolean} [broad] takes a wide screen's whole width
 * @property {boolean} [wide] list and detail side by side where there is room
 * @property {boolean} [bare] before anybody is logged in: no bars
 */

/** @typedef {'today' | 'building' | 'care' | 'deliberation' | 'more'} Place */

/**
 * What stands around the body of a screen: above it all, in sight on every screen, below it all.
 * @typedef {{ above: unknown, standing: unknown, below: unknown }} Bars
 * @typedef {(screen: Screen, place: Place | null) => Bars} Dress
 */

/** @type {Dress} */
let dress = () => ({ above: null, standing: null, below: null });

/** The bars follow the first screen, which has none. @param {Dress} made */
export const dressWith = (made) => { dress = made; };

/**
 * @param {Screen} screen
 * @param {Place | null} place
 */
export function frame(screen, place) {
  const { above, standing, below } = dress(screen, place);
  return html`<div class=${`frame${screen.broad || screen.wide ? ' frame-broad' : ''}`}>
    <a class="skip-link" href="#page-title" onClick=${skip}>${t('nav.skip')}</a>
    ${above}
    <main class=${`page${screen.wide ? ' page-wide' : ''}`}>${standing}${screen.body}</main>
    ${below}
  </div>`;
}

/** @param {Event} event */
function skip(event) {
  event.preventDefault();
  document.getElementById('page-title')?.focus();
}
