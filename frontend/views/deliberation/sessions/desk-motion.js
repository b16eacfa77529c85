import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { countedHere, knownHere, motionHere, stepAtDesk } from '../../../store/deliberation/sessions/records.js';
import { keptForm } from '../../../store/deliberation/sessions/kept-form.js';
import { roll } from '../../../store/deliberation/sessions/sessions.js';
import { button } from '../../../ui/button.js';
import { errorSummary } from '../../../ui/error-summary.js';
import { textArea, textField } from '../../../ui/field.js';
import { notice } from '../../../ui/notice.js';
import { whyNot } from './agenda.js';
import { motionPicture } from './motion.js';
import { whereOf } from './my-part.js';

/**
 * Motions at the desk: put, and decided by taps or by a count in the room, which also works without a network.
 * @typedef {import('../../../types/model.js').SessionDetail} SessionDetail
 * @typedef {import('../../../types/model.js').Room} Room
 */

export const words = keptForm('motion', () => ({ motion: '' }));
export const count = keptForm('hand_count', () => ({ agree: '', oppose: '' }));

/** @param {SessionDetail} one @param {Room} room */
export function motionDesk(one, room) {
  const open = room.motion && !room.motion.outcome ? room.motion : motionHere(one.id);
  const counted = open && countedHere(one.id, open.id);
  return html`<section class="section stack"><h2>${t('sessions.motion')}</h2>
    ${room.motion ? motionPicture(room.motion) : null}
    ${open && open.id !== room.motion?.id ? html`<p class="motion-words">${open.words}</p>` : null}
    ${counted ? notice({ kind: 'note', title: t('sessions.count_waits') }) : open ? counting(one, room, open.id) : putting(one, room)}</section>`;
}

/** @param {SessionDetail} one @param {Room} room */
function putting(one, room) {
  const item = one.agenda.find(({ id }) => id === room.item_id);
  if (room.state !== 'in_session' || !item) return html`<p class="soft">${t('sessions.motion_later')}</p>`;
  if (!item.decidable) return notice({ kind: 'warn', title: t('sessions.only_talk'), body: whyNot(item) });
  return html`${errorSummary(words.errors())}
    ${textArea({ ...words.field('motion'), label: t('sessions.motion_words'), hint: t('sessions.motion_hint'), rows: 2, maxlength: 2000 })}
    ${button({ label: t('sessions.put'), kind: 'primary', onClick: () => put(one, item.id) })}`;
}

/** @param {SessionDetail} one @param {string} item */
function put(one, item) {
  const motion = words.values().motion.trim();
  return words.record({ session_id: one.id, agenda_item_id: item, words: motion }, motion ? {} : { motion: t('sessions.error.motion') });
}

/** @param {SessionDetail} one @param {Room} room @param {string} motion */
function counting(one, room, motion) {
  const errors = count.errors();
  const tapped = room.motion?.id === motion ? room.motion : { agree: 0, oppose: 0 };
  const present = representativesHere(one, room);
  return html`${room.motion?.id === motion ? button({ label: t('sessions.count_taps', { n: room.raised.length }), kind: 'primary', onClick: () => stepAtDesk(whereOf(one), 'count_taps', motion) }) : null}
    <details><summary><u>${t('sessions.count_room')}</u></summary><div class="stack">${errorSummary(errors)}
      <div class="pair">${/** @type {const} */ (['agree', 'oppose']).map((name) => textField({ ...count.field(name), label: t(`sessions.count.${name}`), hint: tapped[name] ? t('sessions.count_tapped', { n: tapped[name] }) : '', inputmode: 'numeric', maxlength: 4 }))}</div>
      <p>${t('sessions.count_present', { n: present })}</p>
      ${button({ label: t('sessions.count_send'), wide: true, onClick: () => send(one, motion, present, tapped) })}</div></details>`;
}

/** Who is there by the roll: the server's, and what this phone noted since. @param {SessionDetail} one @param {Room} room */
function representativesHere(one, room) {
  const people = roll.reading.value.value;
  const here = knownHere(one.id, room.here);
  return people ? people.filter(({ account_id, representative }) => representative && here.has(account_id)).length : room.quorum.present;
}

/** @param {SessionDetail} one @param {string} motion @param {number} present @param {{ agree: number, oppose: number }} tapped */
async function send(one, motion, present, tapped) {
  const { agree, oppose } = count.values();
  const [yes, no] = [agree, oppose].map((text) => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN));
  /** @type {Record<string, string>} */
  const wrong = {};
  if (yes < tapped.agree) wrong.agree = t('sessions.error.fewer');
  if (no < tapped.oppose) wrong.oppose = t('sessions.error.fewer');
  if (yes + no > present) wrong.agree = t('sessions.error.too_many');
  if (Number.isNaN(yes + no)) wrong.agree = t('sessions.error.numbers');
  await count.record({ session_id: one.id, motion_id: motion, agree: yes, oppose: no, present }, wrong);
}
