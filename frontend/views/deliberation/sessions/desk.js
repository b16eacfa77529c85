import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { follow, followed, unfollow } from '../../../store/deliberation/sessions/room.js';
import { countedHere, roomHere } from '../../../store/deliberation/sessions/records.js';
import { minutesToRead, outcome, roll, session } from '../../../store/deliberation/sessions/sessions.js';
import { closeMinutes, openMinutes } from '../../../store/deliberation/sessions/minutes.js';
import { dropPictures } from '../../../store/deliberation/pictures.js';
import { reload } from '../../../store/sync/outbox.js';
import { members } from '../../../store/identity/team.js';
import { linkButton } from '../../../ui/button.js';
import { chip } from '../../../ui/mark.js';
import { asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';
import { addition, agendaDesk } from './desk-agenda.js';
import { attendanceDesk } from './desk-attendance.js';
import { floorDesk } from './desk-floor.js';
import { count, motionDesk, words } from './desk-motion.js';
import { moveButtons } from './desk-moves.js';
import { postponing } from './desk-postpone.js';
import { action, decision, outcomeDesk, putRight } from './desk-outcome.js';
import { minutesEditor } from './minutes-editor.js';
import { openPhotos } from './minutes-photos.js';
import { quorumPicture } from './quorum.js';
import { refusedAtDesk, roomStanding } from './standing.js';
import { markOf, titleOf, whenOf } from './words.js';

/**
 * The secretary's desk: attendance, the floor, motions, minutes. What happens in the room is kept on this
 * phone while the network is away.
 * @typedef {import('../../../types/model.js').SessionDetail} SessionDetail
 */

const PARTS = /** @type {const} */ (['room', 'attendance', 'minutes', 'agenda']);
const LIVE = ['noticed', 'in_session', 'in_recess'];

/** What is being written at the desk. */
const FORMS = [addition, count, words, decision, action];

let opened = '';

/** @param {import('../../../lib/router.js').Place} place */
export async function enter({ params, query }) {
  const id = params.id ?? '';
  if (opened === id) return;
  opened = id;
  await Promise.all([reload(), session.warm(id)]);
  const kept = session.reading.peek().value;
  const refused = query.get('item');
  if (kept) await begin(kept, refused);
  await session.load(id);
  const one = session.reading.peek().value;
  if (one && !kept) await begin(one, refused);
  else if (one && kept && LIVE.includes(one.state) && !LIVE.includes(kept.state)) await followRoom(id);
}

/**
 * What was being written is on the screen first, whether or not a network is there.
 * @param {SessionDetail} one @param {string | null} refused what is to be put right
 */
async function begin(one, refused) {
  const label = titleOf(one);
  await Promise.all(FORMS.map((form) => form.open({ id: one.id, label })));
  await putRight(one.id, refused);
  void roll.load(one.id);
  void outcome.load(one.id);
  void members.load();
  void openPhotos(one.id);
  void openMinutes(one.id, label);
  if (LIVE.includes(one.state)) await followRoom(one.id);
}

/** @param {string} id */
const followRoom = (id) => follow(id, () => Promise.all([session.load(id), outcome.load(id), minutesToRead.load(id)]));

export function leave() {
  opened = '';
  unfollow();
  closeMinutes();
  FORMS.forEach((form) => form.close());
  minutesToRead.forget();
  dropPictures();
  unask();
}

/** @param {import('../../../lib/router.js').Place} place */
export function view({ params, query }) {
  const one = session.reading.value.value;
  return {
    title: one ? titleOf(one) : t('sessions.desk'), back: link('/deliberation/sessions/:id', { id: params.id ?? '' }), broad: true,
    body: html`${shown(session.reading.value, (found) => desk(found, query.get('part')), () => session.load(params.id))}${asking()}`,
  };
}

/** @param {SessionDetail} one @param {string | null} asked */
function desk(one, asked) {
  const room = followed.value.room && roomHere(one.id, followed.value.room);
  const state = room?.state ?? one.state;
  const here = { ...one, state };
  const part = PARTS.find((each) => each === asked) ?? (one.state === 'planned' ? 'agenda' : LIVE.includes(state) ? 'room' : 'minutes');
  return html`<div class="stack">
    <div class="row"><span class="soft">${whenOf(one)}</span>${chip(markOf(state), t(`sessions.state.${state}`))}</div>
    ${room ? roomStanding(one.id) : null}
    ${refusedAtDesk(one.id)}
    <nav class="segments" aria-label=${t('sessions.desk')}>${PARTS.map((each) => html`<a class="button button-plain" aria-current=${each === part ? 'true' : undefined}
      href=${link('/deliberation/sessions/:id/desk', { id: one.id }, { part: each })}>${t(`sessions.desk.${each}`)}</a>`)}</nav>
    ${part === 'room' ? roomPart(one, room) : null}
    ${part === 'attendance' ? attendanceDesk(one, room) : null}
    ${part === 'minutes' ? html`${minutesEditor(here)}${outcomeDesk(here, room)}` : null}
    ${part === 'agenda' ? agendaDesk(one, room) : null}
    ${moveButtons(one, state, Boolean(room?.motion && !room.motion.outcome && !countedHere(one.id, room.motion.id)))}
    ${postponing(one, state)}
    ${LIVE.includes(state) ? linkButton({ label: t('sessions.projector'), href: link('/deliberation/sessions/:id/projector', { id: one.id }), icon: 'monitor', wide: true }) : null}
  </div>`;
}

/** @param {SessionDetail} one @param {import('../../../types/model.js').Room | null} room */
function roomPart(one, room) {
  if (!room) return html`<p class="soft">${t('sessions.not_reached')}</p>`;
  return html`<div class="desk-room">
    <div class="stack-wide"><section class="section stack"><h2>${t('sessions.attendance')}</h2>${quorumPicture(room.quorum)}</section>
      <section class="section stack"><h2>${t('sessions.now_item')}</h2>${agendaDesk(one, room, true)}</section></div>
    <div class="stack-wide">${floorDesk(one, room)}${motionDesk(one, room)}</div></div>`;
}
