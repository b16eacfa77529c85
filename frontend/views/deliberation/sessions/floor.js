import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { accountId } from '../../../store/identity/session.js';
import { now } from '../../../store/deliberation/sessions/room.js';
import { clockWords } from './words.js';

/** @typedef {import('../../../types/model.js').Room} Room */

/** Who has the floor and for how long, who is next. @param {Room} room @param {number} speakingSeconds @param {(one: Room['queue'][number], at: number) => unknown} [action] */
export const floor = (room, speakingSeconds, action) => html`<div class="stack">
  ${room.speaking ? html`<div class="speaking stack-tight"><span class="soft">${t('sessions.speaking')}</span>
    <span class="place">${room.speaking.name}</span><span>${t(`sessions.side.${room.speaking.side}`)}</span>
    ${speakingTime(room.speaking, speakingSeconds)}</div>` : html`<p class="soft">${t('sessions.nobody_speaks')}</p>`}
  ${room.queue.length ? html`<ol class="queue">${room.queue.map((one, at) => html`<li key=${one.id} class=${one.account_id === accountId.value ? 'mine' : ''}>
    <b>${at + 1}</b><span class="grow">${one.name} <small class="soft">${t(`sessions.side.${one.side}`)}</small></span>${action ? action(one, at) : null}</li>`)}</ol>` : null}
</div>`;

/** The turn as a clock and a bar; past its time it says so in words too. @param {NonNullable<Room['speaking']>} speaker @param {number} limit */
export function speakingTime({ called_at }, limit) {
  const spent = Math.max(0, (now.value - Date.parse(called_at ?? '')) / 1000);
  const over = spent > limit;
  return html`<span class=${`turn state state-${over ? 'escalated' : 'talked'}`}>
    <svg aria-hidden="true" preserveAspectRatio="none" viewBox=${`0 0 ${limit} 8`}><rect class="track" width=${limit} height="8" /><rect class="part" width=${Math.min(limit, spent)} height="8" /></svg>
    <b>${clockWords(spent)} / ${clockWords(limit)}</b>${over ? html`<b>${t('sessions.time_over')}</b>` : null}</span>`;
}
