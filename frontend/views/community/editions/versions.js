import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { versions } from '../../../store/community/editions.js';
import { documentOf, handbook } from '../../../store/community/handbook.js';
import { linkButton } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { empty } from '../../../ui/waiting.js';
import { nextDay } from '../../dates.js';
import { shown } from '../../reading.js';

/**
 * All versions of a document: what neighbours were shown, and when.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../store/community/editions.js').Listed} Listed
 */

/** @param {Place} place */
export function enter({ params }) {
  if (!handbook.reading.peek().value) void handbook.load();
  void versions.load(params.document ?? '');
}

/** @param {Place} place */
export const view = ({ params }) => ({
  title: documentOf(params.document ?? '')?.title ?? t('editions.title'),
  back: link('/handbook/:id', { id: params.document ?? '' }),
  body: shown(versions.reading.value, (all) => list(all, params.document ?? ''), () => versions.load(params.document ?? '')),
});

/** @param {Listed[]} all @param {string} document */
function list(all, document) {
  if (!all.length) return empty({ icon: 'book-open', title: t('editions.none') });
  return html`<ul class="cards">${all.map((one, at) => html`<li key=${one.id}><div class="card stack-tight">
    <a class="card-link" href=${link('/editions/:document/:number', { document, number: String(one.version) })}>
      <span class="grow"><span class="card-title">${t('editions.version', { n: one.version })}${at === 0 ? html` <small class="tag">${t('editions.newest')}</small>` : null}</span>
        <span class="card-detail">${t('editions.published', { day: nextDay(one.published_at), name: one.published_by_name })}</span></span>
      <span class="go">${icon('chevron-right')}</span></a>
    ${all[at + 1] ? linkButton({ label: t('editions.compare', { n: all[at + 1]?.version ?? 0 }), href: link('/editions/:document/:older/:newer', { document, older: String(all[at + 1]?.version), newer: String(one.version) }), wide: true }) : null}
  </div></li>`)}</ul>`;
}
