import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { may } from '../../store/identity/session.js';
import { attention } from '../../store/sync/outbox.js';
import { icon as drawn } from '../../ui/icon.js';
import { barHasDeliberation } from './bar-places.js';

const PLACES = /** @type {const} */ ([
  { href: '#/outbox', label: 'outbox.title', icon: 'send' },
  { href: '#/notices', label: 'notices.title', icon: 'megaphone' },
  { href: '#/handbook', label: 'handbook.title', icon: 'book-open' },
  { href: '#/deliberation', label: 'more.deliberation', icon: 'messages-square' },
  { href: '#/my-record', label: 'more.record', icon: 'heart-handshake' },
  { href: '#/office', label: 'more.office', icon: 'list-checks' },
  { href: '#/settings', label: 'settings.title', icon: 'settings' },
]);

/** The desk is for those who have something to do there; what the bar has is not here too. @param {string} href */
function isOpen(href) {
  if (href === '#/deliberation') return !barHasDeliberation();
  return href !== '#/office' || may('care:door:oversee') || may('care:lift-stoppage:set');
}

export const view = () => ({
  title: t('nav.more'),
  body: html`<ul class="cards">${PLACES.filter(({ href }) => isOpen(href)).map(({ href, label, icon }) => html`<li><a class="card card-link" href=${href}>
    ${drawn(icon)}<span class="grow card-title">${t(label)}</span>
    ${href === '#/outbox' && attention.value.length ? html`<span class="tag tag-bad">${t('sync.attention', { n: attention.value.length })}</span>` : null}
    <span class="go">${drawn('chevron-right')}</span></a></li>`)}</ul>`,
});
