import { html } from '../lib/html.js';
import { icon as drawn } from './icon.js';

/**
 * @param {object} props
 * @param {string} props.label
 * @param {'primary' | 'plain' | 'quiet' | 'danger'} [props.kind]
 * @param {string} [props.icon]
 * @param {() => unknown} [props.onClick]
 * @param {'button' | 'submit'} [props.type]
 * @param {boolean} [props.busy] keeps its place and its focus, does nothing
 * @param {boolean} [props.pressed] for a button that stays down
 * @param {boolean} [props.wide]
 * @param {string} [props.describedBy]
 */
export function button({ label, kind = 'plain', icon, onClick, type = 'button', busy = false, pressed, wide, describedBy }) {
  return html`<button type=${type} class=${names(kind, wide)} aria-disabled=${busy || undefined} aria-pressed=${pressed}
    aria-describedby=${describedBy} onClick=${busy ? (/** @type {Event} */ event) => event.preventDefault() : onClick}>
    ${icon ? drawn(icon) : null}<span>${label}</span></button>`;
}

/**
 * A link that looks like a button: it goes somewhere, it changes nothing.
 * @param {{ label: string, href: string, kind?: 'primary' | 'plain' | 'quiet' | 'danger', icon?: string, wide?: boolean, download?: string }} props
 */
export const linkButton = ({ label, href, kind = 'plain', icon, wide, download }) =>
  html`<a class=${names(kind, wide)} href=${href} download=${download}>${icon ? drawn(icon) : null}<span>${label}</span></a>`;

/** @param {string} kind @param {boolean} [wide] */
const names = (kind, wide) => `button button-${kind}${wide ? ' button-wide' : ''}`;
