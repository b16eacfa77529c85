import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';

/**
 * How proposals and positions are shown everywhere: by words, colour and mark.
 * @typedef {import('../../../types/model.js').ProposalState} State
 * @typedef {import('../../../types/model.js').Position} Position
 */

/** @type {Record<State, string>} */
export const STATE_MARKS = {
  draft: 'draft', open_for_comment: 'need', revision: 'waiting', ready_to_decide: 'waiting', adopted: 'support',
  rejected: 'oppose', withdrawn: 'left_alone', being_carried_out: 'waiting', done: 'received',
};

/** @type {Record<Position, 'support' | 'oppose' | 'undecided'>} */
export const POSITION_MARKS = { for: 'support', against: 'oppose', neutral: 'undecided' };

/** @type {Position[]} */
export const POSITIONS = ['for', 'against', 'neutral'];

/** @param {Record<string, number>} positions */
export const peopleIn = (positions) => POSITIONS.reduce((sum, one) => sum + (positions[one] ?? 0), 0);

/**
 * Parts of a whole as one bar; the words beside it say the same.
 * @param {Record<string, number>} positions
 * @param {'people' | 'homes'} [unit]
 */
export function positionBar(positions, unit = 'people') {
  const total = peopleIn(positions);
  let left = 0;
  return html`<div class="position-bar">
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8" />
      ${total ? POSITIONS.map((one) => {
        const [x, width] = [left, ((positions[one] ?? 0) / total) * 100];
        left += width;
        return html`<rect class=${`part state state-${POSITION_MARKS[one]}`} x=${x} width=${width} height="8" />`;
      }) : null}</svg>
    <span>${POSITIONS.map((one) => t(`proposals.${unit}.${one}`, { n: positions[one] ?? 0 })).join(t('date.comma'))}</span></div>`;
}
