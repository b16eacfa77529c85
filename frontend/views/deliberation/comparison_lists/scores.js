import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { cellOf, pointWords, score, valueWords } from './values.js';

/** @typedef {import('../../../store/deliberation/comparison_lists/lists.js').List} List */

/** Scores, best first, each with its working; a help for choosing, never a decision. @param {List} one */
export function scores(one) {
  if (!one.scores.length) return html`<section class="section"><h2>${t('comparison_lists.scores')}</h2><p>${t('comparison_lists.no_weights')}</p></section>`;
  const whole = one.criteria.reduce((sum, { weight }) => sum + weight, 0);
  return html`<section class="section stack"><h2>${t('comparison_lists.scores')}</h2><p class="soft">${t('comparison_lists.scores_how')}</p>
    <ol class="cards">${one.scores.map((scored) => html`<li class="card stack-tight" key=${scored.option}>
      <div class="row-apart"><span><b class="place">${nameOf(one, scored.option)}</b> <span class="tag">${t('comparison_lists.rank', { n: scored.rank })}</span></span>
        <b class="mine-sum">${t('comparison_lists.score', { score: score(scored.score_ten_thousandths) })}</b></div>
      <svg class="spread" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 10"><rect class="track" width="100" height="10" /><rect class="part" width=${scored.score_ten_thousandths / 100} height="10" /></svg>
      ${scored.unknown ? html`<p class="soft">${t('comparison_lists.unknown_n', { n: scored.unknown })}</p>` : null}
      <details><summary><span class="grow">${t('comparison_lists.working')}</span><u>${t('comparison_lists.open')}</u></summary>
        <ul class="stack-tight numbers">${scored.lines.map((line) => html`<li key=${line.criterion}><b>${labelOf(one, line.criterion)}</b> ${valueOf(one, scored.option, line.criterion)}<br />
          ${t('comparison_lists.line', { weight: line.weight, points: pointWords(line.points_ten_thousandths), all: whole, part: score(line.part_ten_thousandths) })}</li>`)}</ul></details></li>`)}</ol></section>`;
}

/** @param {List} one @param {string} key */
export const nameOf = (one, key) => one.options.find((option) => option.key === key)?.name ?? key;

/** @param {List} one @param {string} key */
export const labelOf = (one, key) => one.criteria.find((criterion) => criterion.key === key)?.label ?? key;

/** @param {List} one @param {string} option @param {string} key */
function valueOf(one, option, key) {
  const criterion = one.criteria.find((each) => each.key === key);
  return criterion ? valueWords(criterion, cellOf(one, option, key)?.value) : '';
}
