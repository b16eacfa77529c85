import { signal } from '../../../vendor/signals.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { safeHtml, wordsOf } from '../../../lib/safe-html.js';
import { edition } from '../../../store/community/editions.js';
import { openPdf } from '../../../store/community/handbook.js';
import { button } from '../../../ui/button.js';
import { notice } from '../../../ui/notice.js';
import { readAloud, stopReading } from '../../../ui/read-aloud.js';
import { nextDay } from '../../dates.js';
import { failureWords } from '../../failure.js';
import { shown } from '../../reading.js';

/**
 * A document as it was published then.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../store/community/editions.js').Version} Version
 */

const failure = signal(/** @type {string | null} */ (null));

/** @param {Place} place */
const keyOf = ({ params }) => `${params.document}/${params.number}`;

/** @param {Place} place */
export function enter(place) {
  failure.value = null;
  void edition.load(keyOf(place));
}

export const leave = stopReading;

/** @param {Place} place */
export const view = (place) => ({
  title: edition.reading.value.value?.title ?? t('editions.title'),
  back: link('/editions/:document', { document: place.params.document ?? '' }),
  body: shown(edition.reading.value, drawn, () => edition.load(keyOf(place))),
});

/** @param {Version} one */
function drawn(one) {
  const markup = one.html ?? '';
  return html`<article class="stack">
    ${notice({ title: t('editions.then', { n: one.version, day: nextDay(one.published_at) }) })}
    ${markup ? html`<div class="row-apart"><span></span>${readAloud(one.id, () => wordsOf(markup))}</div><div class="prose">${safeHtml(markup)}</div>` : null}
    ${failure.value ? notice({ kind: 'warn', title: t('handbook.pdf_failed'), body: failure.value }) : null}
    ${one.attachment_sha256 ? button({ label: t('handbook.open_pdf'), kind: 'primary', icon: 'file-text', onClick: () => showPdf(one.attachment_sha256 ?? '') }) : null}
  </article>`;
}

/** @param {string} sha256 */
async function showPdf(sha256) {
  try {
    window.open(await openPdf(sha256));
  } catch (error) {
    failure.value = failureWords(error);
  }
}
