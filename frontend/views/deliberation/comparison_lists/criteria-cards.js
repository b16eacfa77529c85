import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { icon } from '../../../ui/icon.js';
import { cellOf, valueWords } from './values.js';

/**
 * A table that fits a phone: a card for each criterion, a line for each option; the best is marked and named.
 * @typedef {import('../../../store/deliberation/comparison_lists/lists.js').List} List
 * @typedef {List['criteria'][number]} Criterion
 */

/** @param {List} one */
export const criteriaCards = (one) => html`<section class="section stack"><h2>${t('comparison_lists.criteria')}</h2>
  ${one.criteria.map((criterion) => html`<article class="card stack-tight" key=${criterion.key}>
    <div class="row-apart"><h3>${criterion.label}</h3><span class="card-detail">${[betterWords(criterion), criterion.weight ? t('comparison_lists.weight', { n: criterion.weight }) : ''].filter(Boolean).join(' · ')}</span></div>
    <dl class="options">${one.options.map(({ key, name }) => line(one, criterion, key, name))}</dl></article>`)}</section>`;

/** @param {List} one @param {Criterion} criterion @param {string} key @param {string} name */
function line(one, criterion, key, name) {
  const cell = cellOf(one, key, criterion.key);
  const best = criterion.best.includes(key);
  return html`<div class=${best ? 'option option-best' : 'option'} key=${key}><dt>${name}</dt>
    <dd class="numbers">${valueWords(criterion, cell?.value)} ${best ? html`<span class="tag tag-good">${icon('check')}${t('comparison_lists.best')}</span>` : null}
      ${cell?.source ? html`<small class="soft">${t('comparison_lists.source', { source: cell.source })}</small>` : null}</dd></div>`;
}

/** @param {Criterion} criterion */
function betterWords({ kind, better }) {
  if (kind === 'text') return '';
  if (kind === 'yes_no') return better === 'higher' ? t('comparison_lists.better_yes') : t('comparison_lists.better_no');
  return better === 'higher' ? t('comparison_lists.better_higher') : t('comparison_lists.better_lower');
}
