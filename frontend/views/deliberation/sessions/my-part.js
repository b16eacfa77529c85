import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { accountId, may } from '../../../store/identity/session.js';
import { newId } from '../../../store/office/call.js';
import { say } from '../../../store/navigation.js';
import { direct } from '../../../store/deliberation/sessions/room.js';
import { knownHere, newsToRoom, raiseHand, raiseToSpeak, recordHere } from '../../../store/deliberation/sessions/records.js';
import { button } from '../../../ui/button.js';
import { notice } from '../../../ui/notice.js';
import { failureWords } from '../../failure.js';
import { ask } from '../../office/ask.js';
import { titleOf } from './words.js';

/**
 * What I can do in the room: say that I am here, ask to speak, raise my hand.
 * @typedef {import('../../../types/model.js').SessionDetail} SessionDetail
 * @typedef {import('../../../types/model.js').Room} Room
 */

/** @param {SessionDetail} one */
export const whereOf = (one) => ({ id: one.id, label: titleOf(one) });

/** @param {SessionDetail} one @param {Room} room */
export function myPart(one, room) {
  const me = accountId.value ?? '';
  if (!knownHere(one.id, room.here).has(me)) return notHere(one);
  return html`<div class="stack">
    ${room.state === 'noticed' ? notice({ kind: 'good', title: t('sessions.you_are_here'), body: t('sessions.not_open_yet') }) : null}
    ${may('deliberation:hand:raise') && room.motion && !room.motion.outcome ? vote(one, room, me) : null}
    ${room.item_id && room.state === 'in_session' ? speak(one, room, me) : null}
  </div>`;
}

/** @param {SessionDetail} one */
const notHere = (one) => html`<section class="section stack"><h2>${t('sessions.are_you_here')}</h2>
  ${button({ label: t('sessions.i_am_here'), kind: 'primary', icon: 'check', onClick: () => recordHere(whereOf(one)) })}
  ${button({ label: t('sessions.i_follow'), wide: true, onClick: () => recordHere(whereOf(one), { how: 'remote' }) })}
  <p class="soft">${t('sessions.from_home')}</p></section>`;

/** @param {SessionDetail} one @param {Room} room @param {string} me */
function speak(one, room, me) {
  const waits = newsToRoom(one.id, 'speaking_request').some(({ payload }) => payload?.agenda_item_id === room.item_id);
  const at = room.queue.findIndex(({ account_id }) => account_id === me);
  const mine = room.queue[at];
  if (room.speaking?.account_id === me) return notice({ kind: 'good', title: t('sessions.you_speak') });
  if (mine) {
    return html`<div class="stack">${notice({ kind: 'good', title: t('sessions.your_place', { n: at + 1 }) })}
      ${button({ label: t('sessions.hand_down'), wide: true, onClick: () => takeDown(one.id, mine.id) })}</div>`;
  }
  if (waits) return notice({ kind: 'note', title: t('sessions.hand_waits') });
  return html`<section class="section stack"><h2>${t('sessions.want_to_speak')}</h2><div class="row sides">
    ${/** @type {const} */ (['for', 'against', 'neutral']).map((side) => button({ label: t(`sessions.speak.${side}`), wide: true, onClick: () => raiseToSpeak(whereOf(one), room.item_id ?? '', side) }))}</div></section>`;
}

/** @param {string} session @param {string} request */
async function takeDown(session, request) {
  try {
    await direct(session, `speaking-requests/${request}/withdrawal`, newId());
  } catch (error) {
    say(failureWords(error));
  }
}

/** @param {SessionDetail} one @param {Room} room @param {string} me */
function vote(one, room, me) {
  const motion = room.motion;
  if (!motion) return null;
  const waits = newsToRoom(one.id, 'hand').find(({ payload }) => payload?.motion_id === motion.id);
  if (waits) return notice({ kind: 'note', title: t('sessions.vote_waits', { choice: t(`sessions.choice.${/** @type {'agree'} */ (waits.payload.choice)}`) }) });
  if (room.raised.includes(me)) return notice({ kind: 'good', title: t('sessions.voted') });
  return html`<section class="section stack vote"><h2>${t('sessions.your_hand')}</h2><p class="motion-words">${motion.words}</p>
    ${button({ label: t('sessions.choice.agree'), kind: 'primary', icon: 'check', onClick: () => sure(one, motion, 'agree') })}
    ${button({ label: t('sessions.choice.oppose'), wide: true, onClick: () => sure(one, motion, 'oppose') })}
    ${button({ label: t('sessions.choice.abstain'), wide: true, onClick: () => sure(one, motion, 'abstain') })}</section>`;
}

/** One hand each, and the first counts: it is asked again before it is raised. @param {SessionDetail} one @param {{ id: string, words: string }} motion @param {'agree' | 'oppose' | 'abstain'} choice */
const sure = (one, motion, choice) => ask({
  title: t(`sessions.choice.${choice}`), body: html`<p>${motion.words}</p><p class="soft">${t('sessions.one_hand')}</p>`, yes: t('sessions.raise'),
  then: () => raiseHand(whereOf(one), motion.id, choice),
});
