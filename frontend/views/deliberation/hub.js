import { t, tCode } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { may } from '../../store/identity/session.js';
import { icon as drawn } from '../../ui/icon.js';
import { empty } from '../../ui/waiting.js';
import { barHasDeliberation } from '../shell/bar-places.js';

/**
 * What residents deliberate and decide, and who sees it.
 * @type {{ href: string, name: string, icon: string, needs: string }[]}
 */
const PLACES = [
  { href: '#/deliberation/ballots', name: 'ballots', icon: 'vote', needs: 'deliberation:ballot-round:see' },
  { href: '#/deliberation/sessions', name: 'sessions', icon: 'calendar-check', needs: 'deliberation:session:see' },
  { href: '#/deliberation/representatives', name: 'representatives', icon: 'users', needs: 'deliberation:representative:see' },
  { href: '#/deliberation/proposals', name: 'proposals', icon: 'messages-square', needs: 'deliberation:proposal:see' },
  { href: '#/deliberation/feedback', name: 'feedback', icon: 'camera', needs: 'deliberation:feedback:see' },
  { href: '#/deliberation/comparison-lists', name: 'comparison_lists', icon: 'scale', needs: 'deliberation:comparison-list:see' },
  { href: '#/deliberation/cost-plans', name: 'cost_plans', icon: 'coins', needs: 'deliberation:cost-plan:see' },
];

export const view = () => ({ title: t('deliberation.title'), back: barHasDeliberation() ? undefined : '#/more', body: places() });

function places() {
  const open = PLACES.filter(({ needs }) => may(needs));
  if (!open.length) return empty({ icon: 'info', title: t('deliberation.none'), body: t('deliberation.none_more') });
  return html`<ul class="cards">${open.map(({ href, name, icon }) => html`<li><a class="card card-link" href=${href}>${drawn(icon)}
    <span class="grow"><span class="card-title">${tCode('deliberation.place', name, 'deliberation.title')}</span>
    <span class="card-detail">${tCode('deliberation.place', `${name}_more`, 'deliberation.title')}</span></span>
    <span class="go">${drawn('chevron-right')}</span></a></li>`)}</ul>`;
}
