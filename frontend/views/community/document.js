import { signal } from '../../vendor/signals.js';
import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { link } from '../../lib/router.js';
import { safeHtml, wordsOf } from '../../lib/safe-html.js';
import { documentOf, handbook, openPdf } from '../../store/community/handbook.js';
import { button, linkButton } from '../../ui/button.js';
import { notice } from '../../ui/notice.js';
import { readAloud, stopReading } from '../../ui/read-aloud.js';
import { empty } from '../../ui/waiting.js';
import { nextDay } from '../dates.js';
import { failureWords } from '../failure.js';
import { shown } from '../reading.js';

/** @typedef {import('../../types/model.js').HandbookDocument} HandbookDocument */

const failure = signal(/** @type {string | null} */ (null));

export function enter() {
  failure.value = null;
  if (!handbook.reading.peek().value) void handbook.load();
}

export const leave = stopReading;

/** @param {import('../../lib/router.js').Place} place */
export const view = ({ params }) => ({
  title: documentOf(params.id ?? '')?.title ?? t('handbook.title'),
  back: '#/handbook',
  body: shown(handbook.reading.value, () => content(documentOf(params.id ?? '')), enter),
});

/** @param {HandbookDocument | null} found */
function content(found) {
  const latest = found?.latest;
  if (!found || !latest) return empty({ icon: 'book-open', title: t('handbook.gone') });
  const markup = latest.html ?? '';
  return html`<article class="stack">
    <div class="row-apart"><small class="soft">${t('handbook.version', { n: latest.version, day: nextDay(latest.published_at) })}</small>
      ${markup ? readAloud(found.id, () => wordsOf(markup)) : null}</div>
    ${failure.value ? notice({ kind: 'warn', title: t('handbook.pdf_failed'), body: failure.value }) : null}
    ${markup ? html`<div class="prose">${safeHtml(markup)}</div>` : null}
    ${latest.attachment_sha256 ? button({ label: t('handbook.open_pdf'), kind: 'primary', icon: 'file-text', onClick: () => showPdf(latest.attachment_sha256 ?? '') }) : null}
    ${latest.version > 1 ? linkButton({ label: t('handbook.earlier'), href: link('/editions/:document', { document: found.id }), wide: true }) : null}
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
