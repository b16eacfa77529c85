import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { attention } from '../../store/sync/outbox.js';
import { icon as drawn } from '../../ui/icon.js';

const PLACES = /** @type {const} */ ([
  { href: '#/outbox', label: 'outbox.title', icon: 'send' },
  { href: '#/notices', label: 'notices.title', icon: 'megaphone' },
  { href: '#/handbook', label: 'handbook.title', icon: 'book-open' },
  { href: '#/settings', label: 'settings.title', icon: 'settings' },
]);

export const view = () => ({
  title: t('nav.more'),
  body: html`<ul class="cards">${PLACES.map(({ href, label, icon }) => html`<li><a class="card card-link" href=${href}>
    ${drawn(icon)}<span class="grow card-title">${t(label)}</span>
    ${href === '#/outbox' && attention.value.length ? html`<span class="tag tag-bad">${t('sync.attention', { n: attention.value.length })}</span>` : null}
    <span class="go">${drawn('chevron-right')}</span></a></li>`)}</ul>`,
});
