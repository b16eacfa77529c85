import { html } from '../lib/html.js';
import { icon } from './icon.js';

const ICONS = { note: 'info', warn: 'triangle-alert', bad: 'circle-alert', good: 'circle-check' };

/**
 * @param {object} props
 * @param {keyof typeof ICONS} [props.kind]
 * @param {string} [props.title]
 * @param {unknown} [props.body]
 * @param {unknown} [props.action]
 */
export const notice = ({ kind = 'note', title, body, action }) => html`
  <div class=${`notice notice-${kind}`} role=${kind === 'bad' ? 'alert' : undefined}>
    ${icon(ICONS[kind])}
    <div class="grow stack-tight"><div>${title ? html`<b>${title}</b>` : null}${body}</div>${action}</div>
  </div>`;
