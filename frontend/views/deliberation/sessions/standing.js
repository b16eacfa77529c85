import { t, tCode } from '../../../lib/i18n.js';
import { link } from '../../../lib/router.js';
import { timeIn } from '../../../lib/calendar.js';
import { html } from '../../../lib/html.js';
import { followed } from '../../../store/deliberation/sessions/room.js';
import { refusedHere } from '../../../store/deliberation/sessions/records.js';
import { items, timeZone } from '../../../store/sync/outbox.js';
import { isPending } from '../../../lib/outbox/item.js';
import { notice } from '../../../ui/notice.js';

/** When the room was last heard, and what waits on this phone, while the network is away. @param {string} id */
export function roomStanding(id) {
  const { reached, at, room } = followed.value;
  if (reached) return null;
  const n = items.value.filter((item) => item.about === id && isPending(item)).length;
  return notice({
    kind: 'warn', title: room ? t('sessions.as_of', { time: timeIn(at, timeZone.value) }) : t('sessions.not_reached'),
    body: html`<span>${t('sessions.goes_on')} ${n ? t('sessions.waits_here', { n }) : ''}</span>`,
  });
}

/** What was recorded here and the server would not take: why, and what was written. @param {string} id */
export const refusedAtDesk = (id) => refusedHere(id).map((item) => notice({
  kind: 'bad', title: `${tCode('kind', item.kind, 'kind.other')}${t('date.comma')}${item.problem?.title || t('sessions.not_taken')}`,
  body: html`<p>${item.problem?.errors.map(({ message }) => message).join(t('date.comma')) || item.problem?.detail || ''}</p>${item.payload?.words ? html`<p class="quote">${item.payload.words}</p>` : null}
    <a class="tall" href=${link('/outbox/:id', { id: item.id })}>${t('sessions.not_taken_look')}</a>`,
}));
