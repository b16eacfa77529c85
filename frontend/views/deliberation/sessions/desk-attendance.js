import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { knownHere, onTheirWay, recordHere } from '../../../store/deliberation/sessions/records.js';
import { roll } from '../../../store/deliberation/sessions/sessions.js';
import { button } from '../../../ui/button.js';
import { mark } from '../../../ui/mark.js';
import { shown } from '../../reading.js';
import { whereOf } from './my-part.js';
import { quorumPicture } from './quorum.js';

/**
 * Who is expected and who is there; a tap by oneself and one at this desk are the same.
 * @param {import('../../../types/model.js').SessionDetail} one
 * @param {import('../../../types/model.js').Room | null} room
 */
export const attendanceDesk = (one, room) => html`<div class="stack">
  ${room ? quorumPicture(room.quorum) : null}
  ${shown(roll.reading.value, (people) => list(one, people, room), () => roll.load(one.id))}</div>`;

/** @param {import('../../../types/model.js').SessionDetail} one @param {import('../../../types/model.js').PersonInRoom[]} people @param {import('../../../types/model.js').Room | null} room */
function list(one, people, room) {
  const here = knownHere(one.id, room?.here ?? people.filter((each) => each.here).map(({ account_id }) => account_id));
  const waits = new Set(onTheirWay(one.id, 'session_attendance').map(({ payload }) => payload?.account_id));
  return html`<ul class="roll">${people.map((person) => html`<li key=${person.account_id}>
    ${mark(here.has(person.account_id) ? 'talked' : 'none')}
    <span class="grow"><b>${person.name}</b> <small class="soft">${person.representative ? t('sessions.representative') : t(`sessions.party.${person.party ?? 'none'}`)}${waits.has(person.account_id) ? `${t('date.comma')}${t('sessions.on_phone')}` : ''}</small></span>
    ${button({ label: t(here.has(person.account_id) ? 'sessions.went' : 'sessions.came'), onClick: () => recordHere(whereOf(one), { account_id: person.account_id, here: !here.has(person.account_id) }) })}</li>`)}</ul>`;
}
