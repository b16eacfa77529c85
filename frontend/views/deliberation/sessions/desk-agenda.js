import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { newId } from '../../../store/office/call.js';
import { say } from '../../../store/navigation.js';
import { keptForm } from '../../../store/deliberation/sessions/kept-form.js';
import { stepAtDesk } from '../../../store/deliberation/sessions/records.js';
import { addItem, moveUp, withdrawItem } from '../../../store/deliberation/sessions/sessions.js';
import { button } from '../../../ui/button.js';
import { errorSummary } from '../../../ui/error-summary.js';
import { textArea, textField } from '../../../ui/field.js';
import { notice } from '../../../ui/notice.js';
import { failureWords } from '../../failure.js';
import { errorsOf } from '../../office/form.js';
import { agendaList } from './agenda.js';
import { whereOf } from './my-part.js';
import { subjectChooser } from './subject-chooser.js';

/**
 * The agenda at the desk: put together before the notice, gone through in the session.
 * @typedef {import('../../../types/model.js').SessionDetail} SessionDetail
 * @typedef {import('../../../types/model.js').AgendaItem} AgendaItem
 */

export const addition = keptForm('agenda_item', () => ({ about: '', subject: '', title: '', details: '' }));

/** @param {SessionDetail} one @param {import('../../../types/model.js').Room | null} room @param {boolean} [onlyGo] */
export function agendaDesk(one, room, onlyGo = false) {
  const live = room?.state === 'in_session';
  const action = (/** @type {AgendaItem} */ item, /** @type {number} */ at) => html`<span class="row">
    ${live && item.id !== room?.item_id ? button({ label: t('sessions.take_up'), onClick: () => (room?.motion && !room.motion.outcome ? say(t('sessions.count_first')) : stepAtDesk(whereOf(one), 'take_up', item.id)) }) : null}
    ${one.state === 'planned' && at > 0 ? button({ label: t('sessions.move_up'), kind: 'quiet', onClick: () => done(() => moveUp(one.id, item, /** @type {AgendaItem} */ (one.agenda[at - 1]))) }) : null}
    ${one.state === 'planned' ? button({ label: t('sessions.take_off'), kind: 'quiet', onClick: () => done(() => withdrawItem(one.id, item.id, newId())) }) : null}</span>`;
  return html`<div class="stack">${agendaList(one, room?.item_id ?? null, action)}
    ${onlyGo || !['planned', 'noticed', 'in_session', 'in_recess'].includes(one.state) ? null : addForm(one)}</div>`;
}

/** @param {() => Promise<unknown>} work */
async function done(work) {
  try {
    await work();
  } catch (error) {
    say(failureWords(error));
  }
}

/** @param {SessionDetail} one */
function addForm(one) {
  const errors = addition.errors();
  return html`<section class="section stack"><h2>${t('sessions.add_item')}</h2>
    ${one.state === 'planned' ? null : notice({ kind: 'warn', title: t('sessions.only_talk'), body: t('sessions.only_talk_more') })}
    ${errorSummary(errors)}
    ${subjectChooser(addition.values(), errors, addition.answer)}
    ${textField({ ...addition.field('title'), label: t('sessions.item_title'), maxlength: 100 })}
    ${textArea({ ...addition.field('details'), label: t('sessions.item_details'), rows: 3, maxlength: 2000 })}
    ${button({ label: t('sessions.add_item'), wide: true, busy: addition.busy.value, onClick: () => add(one) })}</section>`;
}

/** @param {SessionDetail} one */
async function add(one) {
  const { about, subject, title, details } = addition.values();
  /** @type {Record<string, string>} */
  const missing = {};
  if (about && !subject) missing.subject = t('sessions.choose');
  if (!title.trim()) missing.title = t('sessions.error.item');
  const item = { title: title.trim(), details: details.trim() || null, subject_kind: about || 'other', subject_id: subject || null };
  await addition.send((id) => addItem(one.id, { id, ...item }), missing, (error) => errorsOf(error, addition.values()));
}
