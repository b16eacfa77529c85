import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { may } from '../../../store/identity/session.js';
import { linkButton } from '../../../ui/button.js';
import { whenWords } from '../../dates.js';
import { picture } from '../picture.js';
import { nameOf } from './scores.js';

/**
 * What neighbours saw on the spot, with photos, and who stands for it.
 * @typedef {import('../../../store/deliberation/comparison_lists/lists.js').List} List
 * @typedef {import('../../../store/deliberation/comparison_lists/lists.js').Report} Report
 */

/** @param {List} one @param {Report[]} reports */
export const siteVisits = (one, reports) => html`<section class="section stack"><h2>${t('comparison_lists.visits')}</h2>
  ${reports.length ? reports.map((report) => visit(one, report)) : html`<p class="soft">${t('comparison_lists.no_visits')}</p>`}</section>`;

/** @param {List} one @param {Report} report */
const visit = (one, report) => html`<article class="card stack-tight" key=${report.id}>
  <h3>${nameOf(one, report.option)} · ${report.place}</h3>
  <p class="card-detail">${t('comparison_lists.visited', { day: day(report.visited_on), who: report.visitors })}</p>
  <p class="prose">${report.findings}</p>
  ${report.photos.length ? html`<div class="stack-tight">${report.photos.map((photo, at) => picture(photo, t('comparison_lists.photo', { n: at + 1 })))}</div>` : null}
  <ul class="stack-tight">${report.signatures.map((signed) => html`<li key=${signed.id}><b>${t('comparison_lists.signed', { name: signed.name, when: whenWords(signed.signed_at) })}</b>
    <div class="soft">${t('comparison_lists.signed_by', { name: signed.by_name })}</div>
    ${signed.drawn ? picture(signed.drawn, t('comparison_lists.signature_of', { name: signed.name })) : null}</li>`)}</ul>
  ${may('deliberation:site-visit:report') ? linkButton({ label: t('comparison_lists.sign'), href: link('/deliberation/comparison-lists/:id/visits/:report', { id: one.id, report: report.id }), icon: 'pen-line' }) : null}
</article>`;
