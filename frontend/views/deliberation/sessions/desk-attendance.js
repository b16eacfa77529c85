import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { knownHere, onTheirWay, recordHere } from '../../../store/deliberation/sessions/records.js';
import { roll } from '../../../store/deliberation/sessions/sessions.js';
import { button } from '../../../ui/button.js';
import { mark } from '../../../ui/mark.js';
import { ask } from '../../office/ask.js';
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
    ${MAY_CHANGE.includes(one.state) ? button({ label: t(here.has(person.account_id) ? 'sessions.went' : 'sessions.came'), onClick: () => note(one, person, !here.has(person.account_id)) }) : null}</li>`)}</ul>`;
}

/** Until the minutes are handed in. @type {string[]} */
const MAY_CHANGE = ['noticed', 'in_session', 'in_recess', 'closed'];

/** Once the session is closed, why it is put right is asked. @param {import('../../../types/model.js').SessionDetail} one @param {import('../../../types/model.js').PersonInRoom} person @param {boolean} here */
function note(one, { account_id, name }, here) {
  if (one.state !== 'closed') return recordHere(whereOf(one), { account_id, here });
  return ask({
    title: t(here ? 'sessions.correct_came' : 'sessions.correct_went', { name }), body: t('sessions.correct_more'), reason: t('sessions.correct_why'), yes: t('sessions.correct'),
    then: (reason) => recordHere(whereOf(one), { account_id, here, reason }),
  });
}
