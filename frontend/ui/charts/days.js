import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';

const WIDTH = 320;
const HEIGHT = 96;

/**
 * A column for each day, with a table that says the same for those who do not see it.
 * @param {{ label: string, days: { name: string, value: number }[] }} props
 */
export function dayChart({ label, days }) {
  const top = Math.max(1, ...days.map(({ value }) => value));
  const step = WIDTH / Math.max(1, days.length);
  return html`<figure class="chart chart-days">
    <figcaption class="label">${label}</figcaption>
    <svg class="state state-talked" viewBox=${`0 0 ${WIDTH} ${HEIGHT + 32}`} aria-hidden="true">
      ${days.map(({ name, value }, at) => column({ name, value, x: at * step, width: step, height: (value / top) * HEIGHT }))}
    </svg>
    <table class="visually-hidden"><caption>${label}</caption>
      <tr><th>${t('chart.day')}</th><th>${t('chart.count')}</th></tr>
      ${days.map(({ name, value }) => html`<tr><td>${name}</td><td>${value}</td></tr>`)}</table>
  </figure>`;
}

/** @param {{ name: string, value: number, x: number, width: number, height: number }} bar */
const column = ({ name, value, x, width, height }) => html`
  <rect class="part" x=${x + width * 0.15} y=${16 + HEIGHT - height} width=${width * 0.7} height=${height} />
  <text x=${x + width / 2} y=${12 + HEIGHT - height} text-anchor="middle">${value || ''}</text>
  <text x=${x + width / 2} y=${HEIGHT + 30} text-anchor="middle">${name}</text>`;
