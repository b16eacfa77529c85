import { t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { whenWords } from '../../dates.js';
import { labelOf, nameOf } from './scores.js';
import { valueWords } from './values.js';

/**
 * Every version and what changed with it.
 * @typedef {import('../../../store/deliberation/comparison_lists/lists.js').List} List
 * @typedef {import('../../../store/deliberation/comparison_lists/lists.js').Version} Version
 */

/** @param {List} one @param {Version[]} versions */
export const history = (one, versions) => (versions.length > 1 ? html`<section class="section stack"><h2>${t('comparison_lists.versions')}</h2>
  ${versions.map((version) => html`<article class="card stack-tight" key=${version.number}><h3>${t('comparison_lists.version', { n: version.number })}</h3>
    <p class="card-detail">${whenWords(version.changed_at)}</p>${version.reason ? html`<p class="quote">${version.reason}</p>` : null}
    <ul class="stack-tight">${version.changes.map((change) => html`<li>${changeWords(one, change)}</li>`)}</ul></article>`)}</section>` : null);

/** @param {List} one @param {Version['changes'][number]} change */
function changeWords(one, { what, option, criterion, before, after }) {
  const where = [option ? nameOf(one, option) : '', criterion ? labelOf(one, criterion) : ''].filter(Boolean).join(' · ');
  const words = (/** @type {typeof before} */ value) => told(one, what, criterion, value);
  return t('comparison_lists.change', { where, what: tCode('comparison_lists.what', what, 'comparison_lists.what.value'), before: words(before), after: words(after) });
}

/** @param {List} one @param {string} what @param {string | null} key @param {Version['changes'][number]['before']} value */
function told(one, what, key, value) {
  const criterion = one.criteria.find((each) => each.key === key);
  if (what === 'value' && criterion) return valueWords(criterion, value);
  return value === null || value === '' ? t('comparison_lists.nothing') : String(value);
}
