import { day, t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { link } from '../../lib/router.js';
import { icon } from '../../ui/icon.js';
import { empty } from '../../ui/waiting.js';

/** @param {import('../../types/model.js').Notice[]} all */
export function noticeCards(all) {
  if (!all.length) return empty({ icon: 'megaphone', title: t('notices.none'), body: t('notices.none_more') });
  return html`<ul class="cards">${all.map((one) => html`<li key=${one.id}><a class="card card-link" href=${link('/notices/:id', { id: one.id })}>
    <span class="grow"><span class="card-title">${one.title}</span><span class="card-detail">${day(one.published_on)}</span></span>
    <span class="go">${icon('chevron-right')}</span></a></li>`)}</ul>`;
}
