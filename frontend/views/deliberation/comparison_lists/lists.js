import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { lists } from '../../../store/deliberation/comparison_lists/lists.js';
import { may } from '../../../store/identity/session.js';
import { linkButton } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { empty } from '../../../ui/waiting.js';
import { dayThere } from '../../dates.js';
import { shown } from '../../reading.js';

export const enter = () => void lists.load();

export const view = () => ({
  title: t('comparison_lists.title'), back: '#/deliberation',
  body: html`<div class="stack-wide">
    ${may('deliberation:comparison-list:edit') ? linkButton({ label: t('comparison_lists.new'), href: '#/deliberation/comparison-lists/new', kind: 'primary', icon: 'plus' }) : null}
    ${shown(lists.reading.value, all, enter)}</div>`,
});

/** @param {import('../../../store/deliberation/comparison_lists/lists.js').Card[]} found */
function all(found) {
  if (!found.length) return empty({ icon: 'scale', title: t('comparison_lists.none'), body: t('comparison_lists.none_more') });
  return html`<ul class="cards">${found.map(({ id, title, published_at }) => html`<li key=${id}><a class="card card-link" href=${link('/deliberation/comparison-lists/:id', { id })}>
    <span class="grow"><span class="card-title">${title}</span>
      ${published_at ? html`<span class="tag">${t('comparison_lists.published', { day: day(dayThere(published_at)) })}</span>` : html`<span class="tag tag-warn">${t('comparison_lists.draft')}</span>`}</span>
    <span class="go">${icon('chevron-right')}</span></a></li>`)}</ul>`;
}
