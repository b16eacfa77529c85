import { community, expired, may, me } from '../../store/identity/session.js';
import { said, unsay } from '../../store/navigation.js';
import { attention, summary } from '../../store/sync/outbox.js';
import { alarm, sendingState } from '../../store/sync/standing.js';
import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { bottomBar, topBar } from '../../ui/bars.js';
import { linkButton } from '../../ui/button.js';
import { notice } from '../../ui/notice.js';
import { statusLine } from '../../ui/status-line.js';
import { toastLine } from '../../ui/toast.js';
import { barHasDeliberation } from './bar-places.js';
import { newerVersion } from './newer-version.js';

/** @type {import('./frame.js').Dress} */
export const dress = (screen, place) => ({
  above: screen.bare ? null : topBar({ title: screen.title, place: screen.place ?? community.value?.name, back: screen.back, aside: screen.aside }),
  standing: html`${screen.bare ? null : html`<div class="standing no-print">${standing(Boolean(screen.back))}</div>`}
    ${toast()}`,
  below: screen.bare || !me.value ? null : bottomBar(places(place)),
});

function toast() {
  const told = said.value?.words;
  const words = typeof told === 'function' ? told() : told;
  return toastLine(words ? { words, close: t('toast.close'), onClose: unsay } : null);
}

/** What is in sight on every screen: what the phone holds, and what stands in its way. */
const standing = (/** @type {boolean} */ inside) => html`
  ${summary.value.recorded || (!inside && may('care:door-visit:log')) ? statusLine({ summary: summary.value, href: '#/outbox', busy: sendingState.value.busy }) : null}
  ${newerVersion()}
  ${expired.value ? notice({ kind: 'warn', title: t('session.expired'), body: t('session.expired_more'),
    action: linkButton({ label: t('session.again'), href: '#/login' }) }) : null}
  ${alarm.value ? notice({ kind: 'bad', title: t(`heads.${alarm.value === 'shrunk' ? 'shrunk' : 'rewritten'}`), body: t('heads.more') }) : null}`;

/** The places of whoever is here: who gives no care has deliberation in its place. @param {import('./frame.js').Place | null} here */
const places = (here) => [
  { href: '#/', label: t('nav.today'), icon: 'calendar-check', here: here === 'today', for: true },
  { href: '#/buildings', label: t('nav.building'), icon: 'building-2', here: here === 'building', for: may('community:household:read') },
  { href: '#/tasks', label: t('nav.care'), icon: 'heart-handshake', here: here === 'care', for: may('care:today:see') },
  { href: '#/deliberation', label: t('more.deliberation'), icon: 'messages-square', here: here === 'deliberation', for: barHasDeliberation() },
  { href: '#/more', label: t('nav.more'), icon: 'menu', here: here === 'more' || (here === 'deliberation' && !barHasDeliberation()), count: attention.value.length, for: true },
].filter((place) => place.for);
