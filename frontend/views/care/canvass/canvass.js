import { day, number, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { coverage } from '../../../store/care/canvass/canvasses.js';
import { may } from '../../../store/identity/session.js';
import { linkButton } from '../../../ui/button.js';
import { shown } from '../../reading.js';
import { coverageCharts } from './coverage-charts.js';

/**
 * How far a canvass has come. Every figure leads to the doors it is made of.
 * @typedef {import('../../../store/care/canvass/canvasses.js').Coverage} Coverage
 * @typedef {import('../../../store/care/canvass/canvasses.js').Canvass} Canvass
 */

/** @param {import('../../../lib/router.js').Place} place */
export const enter = ({ params }) => void coverage.load(params.id);

/** @param {import('../../../lib/router.js').Place} place */
export const view = ({ params }) => ({
  title: coverage.reading.value.value?.canvass.title ?? t('office.place.canvasses'),
  back: '#/office/canvasses',
  wide: true,
  body: shown(coverage.reading.value, ({ canvass, figures }) => html`
    <div class="stack">${head(canvass, figures)}</div>
    <div class="beside-detail">${coverageCharts(canvass, figures)}</div>`, () => coverage.load(params.id)),
});

/** @param {Canvass} canvass @param {Coverage} figures */
function head(canvass, { total, visited, done, by_building }) {
  const escalated = by_building.reduce((sum, one) => sum + (one.escalated ?? 0), 0);
  const part = (/** @type {string} */ name) => link('/office/canvasses/:id/:part', { id: canvass.id, part: name });
  return html`
    <p class="soft">${t('office.canvass.days', { from: day(canvass.starts_on), to: day(canvass.ends_on) })}</p>
    <div class="figure-row">
      ${figure(total, t('office.coverage.total'), part('people'))}
      ${figure(visited, t('office.coverage.visited'), '#/buildings')}
      ${figure(done, t('office.coverage.done'), '#/buildings')}
      ${figure(escalated, t('office.coverage.escalated'), part('doors'))}
    </div>
    <p class="soft">${t('office.coverage.how')}</p>
    ${may('care:door:assign') ? linkButton({ label: t('office.assign.title'), href: part('assign'), kind: 'primary', icon: 'list-checks' }) : null}
    ${linkButton({ label: t('office.people.title'), href: part('people'), wide: true })}
    ${linkButton({ label: t('office.stuck.title'), href: part('doors'), wide: true })}`;
}

/** @param {number | null} n @param {string} label @param {string} href */
const figure = (n, label, href) => html`<a class="figure" href=${href}><b>${figureWords(n)}</b><span>${label}</span></a>`;

/** What could give a few homes away is not said. @param {number | null} n */
const figureWords = (n) => (n === null ? t('office.few') : number(n));
