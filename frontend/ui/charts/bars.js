import { number } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';

/**
 * Parts of a whole, one line each: the words and the figures are the text alternative.
 * @param {{ label: string, lines: { label: string, state: string, value: number, of: number, href?: string }[] }} props
 */
export const barChart = ({ label, lines }) => html`<div class="chart" role="group" aria-label=${label}>
  ${lines.map((line) => html`<div class=${`chart-line state state-${line.state}`}>
    <span>${line.href ? html`<a href=${line.href}>${line.label}</a>` : line.label}</span>
    <svg aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 10">
      <rect class="track" width="100" height="10" rx="1" /><rect class="part" width=${share(line.value, line.of)} height="10" rx="1" />
    </svg>
    <b>${number(line.value)}<small class="soft"> / ${number(line.of)}</small></b>
  </div>`)}</div>`;

/** @param {number} value @param {number} of per cent of the track */
const share = (value, of) => (of > 0 ? Math.min(100, (value / of) * 100) : 0);
