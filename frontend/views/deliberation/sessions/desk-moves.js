import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { day } from '../../../lib/i18n.js';
import { say } from '../../../store/navigation.js';
import { stepAtDesk } from '../../../store/deliberation/sessions/records.js';
import { soon } from '../../../store/deliberation/sessions/room.js';
import { moveSession } from '../../../store/deliberation/sessions/sessions.js';
import { button } from '../../../ui/button.js';
import { ask } from '../../office/ask.js';
import { sayKept } from '../kept.js';
import { whereOf } from './my-part.js';

/**
 * What moves the session on: notice, opening, recess, end.
 * @typedef {import('../../../store/deliberation/sessions/sessions.js').Move} Move
 * @typedef {import('../../../types/model.js').SessionDetail} SessionDetail
 */

/** What the room needs also without a network. @type {Record<string, import('../../../store/deliberation/sessions/records.js').Step>} */
const STEPS = { opening: 'open', recess: 'recess', closing: 'close' };

/** By state, the first is the one to do next. @type {Record<string, { move: Move | keyof typeof STEPS, name: 'notice' | 'opening' | 'resume' | 'recess' | 'closing' | 'cancellation' | 'submission' | 'publication' }[]>} */
const MOVES = {
  planned: [{ move: 'notice', name: 'notice' }, { move: 'cancellation', name: 'cancellation' }],
  noticed: [{ move: 'opening', name: 'opening' }, { move: 'cancellation', name: 'cancellation' }],
  in_session: [{ move: 'recess', name: 'recess' }, { move: 'closing', name: 'closing' }],
  in_recess: [{ move: 'opening', name: 'resume' }, { move: 'cancellation', name: 'cancellation' }],
  closed: [{ move: 'minutes/submission', name: 'submission' }],
  signed_off: [{ move: 'minutes/publication', name: 'publication' }],
};

/** @param {SessionDetail} one @param {string} state @param {boolean} [hands] whether hands are up */
export const moveButtons = (one, state, hands = false) => html`<div class="stack moves">${(MOVES[state] ?? []).map(({ move, name }, at) => button({
  label: t(`sessions.move.${name}`), kind: name === 'cancellation' ? 'quiet' : at === 0 && name !== 'recess' ? 'primary' : 'plain', wide: true,
  onClick: () => (hands && name === 'closing' ? say(t('sessions.count_first')) : ask({
    title: t(`sessions.move.${name}`), yes: t(`sessions.move.${name}`), reason: name === 'cancellation' ? t('sessions.move_why') : undefined,
    body: html`<p>${t(`sessions.move_more.${name}`)}</p>${name === 'notice' ? html`<p class="soft">${t('sessions.earliest', { day: day(one.earliest_on) })}</p>` : null}`,
    kind: name === 'cancellation' ? 'danger' : 'primary',
    then: (reason, key) => (move in STEPS ? stepAtDesk(whereOf(one), STEPS[move] ?? 'open') : moveSession(one.id, /** @type {Move} */ (move), key, name === 'cancellation' ? { reason } : {})),
    after: () => {
      soon();
      if (move in STEPS) sayKept();
      else say(t('sessions.moved'));
    },
  })),
}))}</div>`;
