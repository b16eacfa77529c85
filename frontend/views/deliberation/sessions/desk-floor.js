import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { stepAtDesk } from '../../../store/deliberation/sessions/records.js';
import { button } from '../../../ui/button.js';
import { floor } from './floor.js';
import { whereOf } from './my-part.js';

/**
 * Who has the floor; the order is the rule's, the secretary only calls.
 * @param {import('../../../types/model.js').SessionDetail} one
 * @param {import('../../../types/model.js').Room} room
 */
export const floorDesk = (one, room) => html`<section class="section stack"><h2>${t('sessions.floor')}</h2>
  ${floor(room, one.speaking_seconds, (next, at) => (room.state === 'in_session' ? button({ label: t('sessions.call'), kind: at === 0 && !room.speaking ? 'plain' : 'quiet', onClick: () => stepAtDesk(whereOf(one), 'call', next.id) }) : null))}
  ${room.speaking ? button({ label: t('sessions.end_turn'), wide: true, onClick: () => stepAtDesk(whereOf(one), 'end_turn', room.speaking?.id) }) : null}</section>`;
