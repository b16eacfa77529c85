import { t } from '../../../lib/i18n.js';
import { timeIn } from '../../../lib/calendar.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { timeZone } from '../../../store/sync/outbox.js';
import { follow, followed, unfollow } from '../../../store/deliberation/sessions/room.js';
import { session } from '../../../store/deliberation/sessions/sessions.js';
import { chip } from '../../../ui/mark.js';
import { skeleton } from '../../../ui/waiting.js';
import { speakingTime } from './floor.js';
import { motionPicture } from './motion.js';
import { quorumPicture } from './quorum.js';
import { itemTitle, markOf, titleOf } from './words.js';

/**
 * The meeting room's wall: what is talked about, who speaks and for how long, the quorum, the vote. Read from
 * the last row; nothing to tap but the way back.
 * @typedef {import('../../../types/model.js').SessionDetail} SessionDetail
 * @typedef {import('../../../types/model.js').Room} Room
 */

/** @param {import('../../../lib/router.js').Place} place */
export async function enter({ params }) {
  const id = params.id ?? '';
  await Promise.all([session.load(id), follow(id, () => session.load(id))]);
}

export const leave = () => unfollow();

/** @param {import('../../../lib/router.js').Place} place */
export function view({ params }) {
  const one = session.reading.value.value;
  const { room } = followed.value;
  return {
    title: one ? titleOf(one) : t('sessions.projector'), bare: true, broad: true,
    body: one && room ? wall(one, room) : html`<div class="wall">${skeleton()}<a class="button button-quiet" href=${link('/deliberation/sessions/:id', { id: params.id ?? '' })}>${t('nav.back')}</a></div>`,
  };
}

/** @param {SessionDetail} one @param {Room} room */
function wall(one, room) {
  const at = one.agenda.findIndex(({ id }) => id === room.item_id);
  const item = one.agenda[at];
  const asked = room.motion && (!room.motion.outcome || room.motion.agenda_item_id === room.item_id) ? room.motion : null;
  return html`<div class="wall">
    <header class="wall-head"><h1 id="page-title" tabindex="-1">${titleOf(one)}</h1>${chip(markOf(room.state), t(`sessions.state.${room.state}`))}
      <a class="button button-quiet" href=${link('/deliberation/sessions/:id', { id: one.id })}>${t('nav.back')}</a></header>
    <p class="wall-item">${item ? html`<span class="wall-number">${at + 1}</span> ${itemTitle(item)}` : html`<span class="soft">${t('sessions.no_item')}</span>`}
      ${item && !item.decidable ? html`<span class="tag tag-warn">${t('sessions.only_talk')}</span>` : null}</p>
    <div class="wall-parts">
      ${!item && !room.speaking && one.agenda.length ? html`<section><h2>${t('sessions.agenda')}</h2><ol class="wall-agenda">${one.agenda.map((each) => html`<li key=${each.id}>${itemTitle(each)}</li>`)}</ol></section>`
        : html`<section class="wall-speaker"><h2>${t('sessions.floor')}</h2>
        ${room.speaking ? html`<p class="wall-name">${room.speaking.name}</p><p>${t(`sessions.side.${room.speaking.side}`)}</p>${speakingTime(room.speaking, one.speaking_seconds)}` : html`<p class="soft">${t('sessions.nobody_speaks')}</p>`}
        ${room.queue.length ? html`<p class="wall-next">${t('sessions.next')} ${room.queue.slice(0, 4).map(({ name }) => name).join(t('sessions.and'))}</p>` : null}
        ${asked ? quorumPicture(room.quorum) : null}</section>`}
      <section class="wall-motion">${asked ? html`<h2>${t('sessions.motion')}</h2>${motionPicture(asked)}` : html`<h2>${t('sessions.attendance')}</h2>${quorumPicture(room.quorum)}`}</section>
    </div>
    <footer class="wall-foot">${followed.value.reached ? t('sessions.wall_now', { time: timeIn(followed.value.at, timeZone.value) }) : html`<b>${t('sessions.as_of', { time: timeIn(followed.value.at, timeZone.value) })}</b>`}</footer>
  </div>`;
}
