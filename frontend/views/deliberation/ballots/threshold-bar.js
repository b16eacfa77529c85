import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { icon } from '../../../ui/icon.js';
import { amount, leastWords } from './words.js';

/**
 * A part of a whole held against what it takes: drawn as a bar with a mark where it is enough, and said
 * exactly. The words are the text alternative.
 * @typedef {object} Held
 * @property {'heads' | 'area'} basis
 * @property {number} part
 * @property {number} whole
 * @property {'participation' | 'approval'} of
 * @property {{ numerator: number, denominator: number, strict: boolean, least: number, met: boolean } | null} need
 */

/** @param {Held} held */
export const thresholdBar = ({ basis, part, whole, of, need }) => html`<div class=${`held${need?.met ? ' held-met' : ''}`}>
  <div class="row-apart"><span class="held-name">${t(`ballots.basis.${basis}`)}</span>
    <b class="numbers">${t('ballots.part_of', { part: amount(basis, part), whole: amount(basis, whole) })}</b></div>
  <svg aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 14">
    <rect class="track" y="2" width="100" height="10" /><rect class="part" y="2" width=${share(part, whole)} height="10" />
    ${need && whole ? html`<line class="least" x1=${share(need.least, whole)} x2=${share(need.least, whole)} y1="0" y2="14" />` : null}</svg>
  ${need ? html`<span class="held-need">${icon(need.met ? 'circle-check' : 'circle-dashed')}<span>${t(need.met ? 'ballots.enough' : 'ballots.not_enough', { rule: leastWords(need, of), least: amount(basis, need.least) })}</span></span>` : null}
</div>`;

/** @param {number} part @param {number} whole per cent */
const share = (part, whole) => (whole > 0 ? Math.min(100, (part / whole) * 100) : 0);
