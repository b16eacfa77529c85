import { dateIn } from '../../../lib/calendar.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { may } from '../../../store/identity/session.js';
import { followed, follow, unfollow } from '../../../store/deliberation/sessions/room.js';
import { outcome, session } from '../../../store/deliberation/sessions/sessions.js';
import { timeZone, today } from '../../../store/sync/outbox.js';
import { linkButton } from '../../../ui/button.js';
import { chip } from '../../../ui/mark.js';
import { notice } from '../../../ui/notice.js';
import { readAloud, stopReading } from '../../../ui/read-aloud.js';
import { asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';
import { agendaList } from './agenda.js';
import { floor } from './floor.js';
import { motionPicture } from './motion.js';
import { outcomeList } from './outcome-list.js';
import { myPart } from './my-part.js';
import { quorumPicture } from './quorum.js';
import { roomStanding } from './standing.js';
import { itemTitle, markOf, titleOf, whenOf } from './words.js';

/**
 * A session for those in the room and those who follow it from home: the same picture; who is there has
 * something to tap besides.
 * @typedef {import('../../../types/model.js').SessionDetail} SessionDetail
 */

const LIVE = ['noticed', 'in_session', 'in_recess'];

/** @param {import('../../../lib/router.js').Place} place */
export async function enter({ params }) {
  const id = params.id ?? '';
  await session.load(id);
  const state = session.reading.peek().value?.state ?? '';
  if (LIVE.includes(state)) await follow(id, () => Promise.all([session.load(id), outcome.load(id)]));
  else if (!['planned', 'cancelled'].includes(state)) await outcome.load(id);
}

export function leave() {
  unfollow();
  unask();
  stopReading();
}

/** What the room says is newer than what was read of the session. @param {SessionDetail} one */
export const stateNow = (one) => followed.value.room?.state ?? one.state;

/** @param {import('../../../lib/router.js').Place} place */
export function view({ params }) {
  const one = session.reading.value.value;
  return {
    title: one ? titleOf(one) : t('sessions.title'), back: '#/deliberation/sessions',
    body: html`${shown(session.reading.value, details, () => session.load(params.id))}${asking()}`,
  };
}

/** Nobody has come days before. @param {SessionDetail} one */
const isAhead = ({ starts_at }) => dateIn(Date.parse(starts_at), timeZone.value) > today.value;

/** @param {SessionDetail} one */
function details(one) {
  const { room } = followed.value;
  const state = stateNow(one);
  return html`<div class="stack-wide">
    <div class="stack-tight">
      <p class="soft">${[t(`sessions.kind.${one.kind}`), whenOf(one), one.place].filter(Boolean).join(t('date.comma'))}</p>
      <div class="row">${chip(markOf(state), t(`sessions.state.${state}`))}</div>
      ${state === 'cancelled' ? notice({ kind: 'warn', title: t('sessions.cancelled'), body: one.steps.at(-1)?.reason ?? '' }) : null}
    </div>
    ${room ? roomStanding(one.id) : null}
    ${state === 'noticed' && isAhead(one) ? html`<p>${t('sessions.sign_in_then')}</p>` : room && LIVE.includes(state) ? live(one, room) : null}
    <section class="section stack"><h2>${t('sessions.agenda')}</h2>
      ${one.agenda.length ? agendaList(one, room?.item_id ?? null) : html`<p class="soft">${t('sessions.agenda_empty')}</p>`}
      ${readAloud(one.id, () => [titleOf(one), whenOf(one), ...one.agenda.map(itemTitle)].join('. '))}</section>
    ${LIVE.includes(state) || state === 'planned' || !outcome.reading.value.value ? null : outcomeList(outcome.reading.value.value, one)}
    ${links(one, state)}
  </div>`;
}

/** @param {SessionDetail} one @param {import('../../../types/model.js').Room} room */
const live = (one, room) => html`
  ${myPart(one, room)}
  ${room.state === 'noticed' ? null : html`
    ${room.motion && (!room.motion.outcome || room.motion.agenda_item_id === room.item_id) ? html`<section class="section stack"><h2>${t('sessions.motion')}</h2>${motionPicture(room.motion)}</section>` : null}
    <section class="section stack"><h2>${t('sessions.floor')}</h2>${floor(room, one.speaking_seconds)}</section>`}
  <section class="section stack"><h2>${t('sessions.attendance')}</h2>${quorumPicture(room.quorum)}</section>`;

/** @param {SessionDetail} one @param {string} state */
const links = (one, state) => html`<div class="stack">
  ${['closed', 'minutes_submitted', 'signed_off', 'published'].includes(state) && (state === 'published' || may('deliberation:minutes:sign') || may('deliberation:session:hold'))
    ? linkButton({ label: t('sessions.minutes'), href: link('/deliberation/sessions/:id/minutes', { id: one.id }), icon: 'file-text', wide: true, kind: state === 'minutes_submitted' ? 'primary' : 'plain' }) : null}
  ${may('deliberation:session:hold') ? linkButton({ label: t('sessions.desk'), href: link('/deliberation/sessions/:id/desk', { id: one.id }), icon: 'pencil', wide: true }) : null}
  ${LIVE.includes(state) ? linkButton({ label: t('sessions.projector'), href: link('/deliberation/sessions/:id/projector', { id: one.id }), icon: 'monitor', wide: true }) : null}
</div>`;
