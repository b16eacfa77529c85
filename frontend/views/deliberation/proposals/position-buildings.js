import { number, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { peopleIn, POSITION_MARKS, POSITIONS, positionBar } from './words.js';

/**
 * Every building as a small house, filled from the ground by the homes that were spoken for.
 * @typedef {import('../../../types/model.js').Opinions} Opinions
 * @typedef {Opinions['by_building'][number]} Building
 */

const HEIGHT = 60;

/** @param {Building[]} all */
export const positionBuildings = (all) => html`<ul class="position-buildings">${all.map((one) => html`<li key=${one.building_id}>
  ${house(one)}<div class="stack-tight grow"><b>${one.building_name}</b>
    ${one.positions ? html`${positionBar(one.positions, 'homes')}<span class="soft">${confirmedWords(one.confirmed, peopleIn(one.positions))}</span>` : html`<span class="soft">${t('proposals.too_few')}</span>`}
    <span class="soft">${t('proposals.of_homes', { n: one.homes })}</span></div></li>`)}</ul>`;

/** What homes said themselves, apart from what was only said for them. @param {number | null} confirmed @param {number} homes */
const confirmedWords = (confirmed, homes) => (confirmed === null ? t('proposals.confirmed_few') : t('proposals.confirmed_homes', { n: confirmed, claimed: number(homes - confirmed) }));

/** The words beside it say the same. @param {Building} one */
function house({ positions, homes }) {
  let from = HEIGHT;
  return html`<svg class="position-house" viewBox="0 0 40 66" aria-hidden="true">
    <path class="roof" d="M0 6 20 0 40 6Z" /><rect class="track" y="6" width="40" height=${HEIGHT} />
    ${positions ? POSITIONS.map((one) => {
      const height = homes ? ((positions[one] ?? 0) / homes) * HEIGHT : 0;
      from -= height;
      return html`<rect class=${`part state state-${POSITION_MARKS[one]}`} y=${from + 6} width="40" height=${height} />`;
    }) : html`<path class="hidden-figure" d="M8 20 32 52M32 20 8 52" />`}</svg>`;
}
