import { number } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';

/**
 * A bar for each day, the longest as long as there is room. In lines, so that days and figures stay
 * readable at any size of text.
 * @param {{ label: string, days: { name: string, value: number }[] }} props
 */
export function dayChart({ label, days }) {
  const top = Math.max(1, ...days.map(({ value }) => value));
  return html`<figure class="chart">
    <figcaption class="label">${label}</figcaption>
    ${days.map(({ name, value }) => html`<div class="chart-line state state-talked">
      <span>${name}</span>
      <svg aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 10"><rect class="part" width=${(value / top) * 100} height="10" rx="1" /></svg>
      <b>${number(value)}</b>
    </div>`)}
  </figure>`;
}
