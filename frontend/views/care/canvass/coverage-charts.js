import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { barChart } from '../../../ui/charts/bars.js';
import { dayChart } from '../../../ui/charts/days.js';

/**
 * Visited and done apart: by building, by day, and what they think.
 * @typedef {import('../../../store/care/canvass/canvasses.js').Coverage} Coverage
 * @typedef {import('../../../store/care/canvass/canvasses.js').BuildingCoverage} BuildingCoverage
 */

/** So many days are drawn; more would not be read on a phone. */
const DAYS = 10;
const STANCES = /** @type {const} */ (['support', 'undecided', 'oppose', 'unknown']);

/** @param {import('../../../store/care/canvass/canvasses.js').Canvass} canvass @param {Coverage} figures */
export const coverageCharts = (canvass, figures) => html`<div class="stack-wide">
  <section class="section"><h2>${t('office.coverage.by_building')}</h2>
    <div class="stack">${figures.by_building.map((one) => building(canvass.id, one))}</div></section>
  <section class="section"><h2>${t('office.coverage.stances')}</h2>${stances(figures)}</section>
  ${figures.by_day.length ? html`<section class="section stack"><h2>${t('office.coverage.by_day')}</h2>
    ${days(figures, 'visits')}${days(figures, 'done')}</section>` : null}
</div>`;

/** @param {string} canvass @param {BuildingCoverage} one */
function building(canvass, one) {
  const href = link('/buildings/:id', { id: one.building_id }, { canvass });
  const name = t('building.name', { code: one.code });
  if (one.total === null || one.visited === null || one.done === null) return html`<p><a href=${href}>${name}</a> ${t('office.coverage.few')}</p>`;
  return html`<div class="stack-tight"><p><a class="card-title tall" href=${href}>${name}</a></p>${barChart({ label: name, lines: [
    { label: t('office.coverage.visited'), state: 'tried', value: one.visited, of: one.total },
    { label: t('office.coverage.done'), state: 'talked', value: one.done, of: one.total },
  ] })}
    ${one.escalated ? html`<a class="tag tag-bad tall" href=${link('/office/canvasses/:id/doors', { id: canvass })}>${t('office.coverage.escalated_n', { n: one.escalated })}</a>` : null}</div>`;
}

/** @param {Coverage} figures */
function stances({ stances: counts, total }) {
  const known = STANCES.filter((name) => counts[name] !== null);
  return html`${barChart({ label: t('office.coverage.stances'), lines: known.map((name) => ({ label: t(`mark.stance.${name}`), state: name, value: counts[name] ?? 0, of: total ?? 0 })) })}
    ${known.length < STANCES.length ? html`<p class="soft">${t('office.coverage.few')}</p>` : null}`;
}

/** @param {Coverage} figures @param {'visits' | 'done'} what */
const days = ({ by_day }, what) => dayChart({
  label: t(`office.coverage.day.${what}`),
  days: by_day.slice(-DAYS).map((one) => ({ name: day(one.date, { month: 'numeric', day: 'numeric' }), value: one[what] ?? 0 })),
});
