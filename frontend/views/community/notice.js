import { day, t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { safeHtml, wordsOf } from '../../lib/safe-html.js';
import { noticeOf, notices } from '../../store/community/notices.js';
import { readAloud, stopReading } from '../../ui/read-aloud.js';
import { empty } from '../../ui/waiting.js';
import { shown } from '../reading.js';

export function enter() {
  if (!notices.reading.peek().value) void notices.load();
}

export const leave = stopReading;

/** @param {import('../../lib/router.js').Place} place */
export function view({ params }) {
  const found = noticeOf(params.id ?? '');
  return { title: found?.title ?? t('notices.title'), back: '#/notices', body: shown(notices.reading.value, () => content(found), enter) };
}

/** @param {import('../../types/model.js').Notice | null} found */
const content = (found) => (found ? html`<article class="stack">
  <div class="row-apart"><small class="soft">${t('notices.until', { from: day(found.published_on), until: day(found.until) })}</small>
    ${readAloud(found.id, () => `${found.title} ${wordsOf(found.html)}`)}</div>
  <div class="prose">${safeHtml(found.html)}</div>
</article>` : empty({ icon: 'megaphone', title: t('handbook.gone') }));
