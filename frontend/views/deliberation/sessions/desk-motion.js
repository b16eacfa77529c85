import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { countHands, motionHere, onTheirWay, putMotion } from '../../../store/deliberation/sessions/records.js';
import { button } from '../../../ui/button.js';
import { errorSummary } from '../../../ui/error-summary.js';
import { textArea, textField } from '../../../ui/field.js';
import { notice } from '../../../ui/notice.js';
import { createForm } from '../../office/form.js';
import { done } from './desk-floor.js';
import { motionPicture } from './motion.js';
import { whereOf } from './my-part.js';

/**
 * Motions at the desk: put, and decided by taps or by a count in the room, which also works without a network.
 * @typedef {import('../../../types/model.js').SessionDetail} SessionDetail
 * @typedef {import('../../../types/model.js').Room} Room
 */

const words = createForm(() => ({ motion: '' }));
const count = createForm(() => ({ of: '', agree: '', oppose: '', present: '' }));

/** @param {SessionDetail} one @param {Room} room */
export function motionDesk(one, room) {
  const open = room.motion && !room.motion.outcome ? room.motion : motionHere(one.id);
  const counted = open && onTheirWay(one.id, 'hand_count').some(({ payload }) => payload?.motion_id === open.id);
  return html`<section class="section stack"><h2>${t('sessions.motion')}</h2>
    ${room.motion ? motionPicture(room.motion) : null}
    ${open && open.id !== room.motion?.id ? html`<p class="motion-words">${open.words}</p>` : null}
    ${counted ? notice({ kind: 'note', title: t('sessions.count_waits') }) : open ? counting(one, room, open.id) : putting(one, room)}</section>`;
}

/** @param {SessionDetail} one @param {Room} room */
function putting(one, room) {
  const item = one.agenda.find(({ id }) => id === room.item_id);
  if (room.state !== 'in_session' || !item) return html`<p class="soft">${t('sessions.motion_later')}</p>`;
  if (!item.decidable) return notice({ kind: 'warn', title: t('sessions.only_talk'), body: t('sessions.only_talk_more') });
  const { errors } = words.state.value;
  return html`${errorSummary(errors)}
    ${textArea({ ...words.field('motion'), label: t('sessions.motion_words'), hint: t('sessions.motion_hint'), rows: 2, maxlength: 2000 })}
    ${button({ label: t('sessions.put'), kind: 'primary', onClick: () => words.submit(({ motion }) => putMotion(whereOf(one), item.id, motion.trim()), words.state.peek().values.motion.trim() ? {} : { motion: t('sessions.error.motion') }) })}`;
}

/** @param {SessionDetail} one @param {Room} room @param {string} motion */
function counting(one, room, motion) {
  if (count.state.peek().values.of !== motion) count.begin({ of: motion, present: String(room.quorum.present) });
  const { errors } = count.state.value;
  return html`${room.motion?.id === motion ? button({ label: t('sessions.count_taps', { n: room.raised.length }), kind: 'primary', onClick: () => done(one.id, `motions/${motion}/closing`) }) : null}
    <details><summary><u>${t('sessions.count_room')}</u></summary><div class="stack">${errorSummary(errors)}
      <div class="pair">${/** @type {const} */ (['agree', 'oppose', 'present']).map((name) => textField({ ...count.field(name), label: t(`sessions.count.${name}`), inputmode: 'numeric', maxlength: 4 }))}</div>
      ${button({ label: t('sessions.count_send'), wide: true, onClick: () => send(one, motion) })}</div></details>`;
}

/** @param {SessionDetail} one @param {string} motion */
async function send(one, motion) {
  const { agree, oppose, present } = count.state.peek().values;
  const [yes, no, all] = [agree, oppose, present].map((text) => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN));
  /** @type {Record<string, string>} */
  const wrong = Number.isNaN(yes + no + all) ? { agree: t('sessions.error.numbers') } : yes + no > all ? { agree: t('sessions.error.too_many') } : {};
  await count.submit(() => countHands(whereOf(one), motion, { agree: yes, oppose: no, present: all }), wrong);
}
