import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { newId } from '../../../store/office/call.js';
import { say } from '../../../store/navigation.js';
import { direct } from '../../../store/deliberation/sessions/room.js';
import { button } from '../../../ui/button.js';
import { failureWords } from '../../failure.js';
import { floor } from './floor.js';

/**
 * Who has the floor; the order is the rule's, the secretary only calls.
 * @param {import('../../../types/model.js').SessionDetail} one
 * @param {import('../../../types/model.js').Room} room
 */
export const floorDesk = (one, room) => html`<section class="section stack"><h2>${t('sessions.floor')}</h2>
  ${floor(room, one.speaking_seconds, (next, at) => (room.state === 'in_session' ? button({ label: t('sessions.call'), kind: at === 0 && !room.speaking ? 'plain' : 'quiet', onClick: () => done(one.id, `speaking-requests/${next.id}/call`) }) : null))}
  ${room.speaking ? button({ label: t('sessions.end_turn'), wide: true, onClick: () => done(one.id, `speaking-requests/${room.speaking?.id}/end`) }) : null}</section>`;

/** @param {string} session @param {string} path */
export async function done(session, path) {
  try {
    await direct(session, path, newId());
  } catch (error) {
    say(failureWords(error));
  }
}
