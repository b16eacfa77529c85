import { t } from '../lib/i18n.js';
import { html } from '../lib/html.js';
import { icon as drawn } from './icon.js';

/**
 * @param {object} props
 * @param {string} props.title
 * @param {string} [props.place] the community, above the title
 * @param {string} [props.back] where back leads; without it this is a main place
 * @param {unknown} [props.aside]
 */
export const topBar = ({ title, place, back, aside }) => html`<header class="top">
  <div class="top-line">
    ${back ? html`<a class="top-back" href=${back}>${drawn('chevron-left')}${t('nav.back')}</a>` : html`<span class="top-place">${place}</span>`}
    <span class="grow"></span>${aside}
  </div>
  <h1 tabindex="-1" id="page-title">${title}</h1>
</header>`;

/**
 * At most four places.
 * @param {{ href: string, label: string, icon: string, here: boolean, count?: number }[]} places
 */
export const bottomBar = (places) => html`<nav class="bottom" aria-label=${t('nav.main')}><ul>
  ${places.map(({ href, label, icon, here, count }) => html`<li><a href=${href} aria-current=${here ? 'page' : undefined}>
    ${drawn(icon)}<span>${label}</span>${count ? html`<span class="count">${count}</span>` : null}</a></li>`)}
</ul></nav>`;
