import { addDays } from '../../../lib/calendar.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { keptForm } from '../../../store/deliberation/sessions/kept-form.js';
import { motionHere, onTheirWay, refusedHere } from '../../../store/deliberation/sessions/records.js';
import { outcome, roll } from '../../../store/deliberation/sessions/sessions.js';
import { members } from '../../../store/identity/team.js';
import { today } from '../../../store/sync/outbox.js';
import { button } from '../../../ui/button.js';
import { errorSummary } from '../../../ui/error-summary.js';
import { selectField, textArea, textField } from '../../../ui/field.js';
import { sayKept } from '../kept.js';
import { outcomeList } from './outcome-list.js';
import { itemTitle } from './words.js';

/**
 * Decisions and what is to be done about them, written at the desk, also without a network.
 * @typedef {import('../../../types/model.js').SessionDetail} SessionDetail
 * @typedef {import('../../../types/model.js').Room} Room
 */

export const decision = keptForm('decision', () => ({ item: '', decision: '' }));
export const action = keptForm('action_item', () => ({ action: '', owner: '', due: '', review: '', decided: '' }));
const IN_DAYS = 7;

/** One of them that the server refused is in its form again. @param {string} session @param {string | null} id */
export async function putRight(session, id) {
  const item = refusedHere(session).find((one) => one.id === id);
  const said = item?.payload;
  if (item?.kind === 'decision') await decision.correct(item, { item: said.agenda_item_id, decision: said.words });
  if (item?.kind === 'action_item') await action.correct(item, { action: said.words, owner: said.owner_account_id, due: said.due_on, review: said.review_on ?? '', decided: said.decision_id ?? '' });
}

/** @param {SessionDetail} one as this phone knows it @param {Room | null} room */
export function outcomeDesk(one, room) {
  const found = outcome.reading.value.value;
  return html`<div class="stack-wide">
    ${found ? outcomeList(found, one) : null}
    ${waiting(one.id)}
    ${['in_session', 'in_recess', 'closed'].includes(one.state) ? decisionForm(one, room) : null}
    ${['in_session', 'in_recess', 'closed', 'minutes_submitted'].includes(one.state) ? actionForm(one) : null}</div>`;
}

/** What this phone has and the server not yet. @param {string} id */
function waiting(id) {
  const all = [...onTheirWay(id, 'decision'), ...onTheirWay(id, 'action_item')];
  return all.length ? html`<section class="section stack"><h2>${t('sessions.waits')}</h2>${all.map((item) => html`<div key=${item.id} class="card stack-tight">
    <p class="motion-words">${item.payload.words}</p><p class="soft">${t(`kind.${/** @type {'decision'} */ (item.kind)}`)}${t('date.comma')}${t('sessions.on_phone')}</p></div>`)}</section>` : null;
}

/** Only what the notice announced is offered. @param {SessionDetail} one @param {Room | null} room */
function decisionForm(one, room) {
  const errors = decision.errors();
  const items = one.agenda.filter(({ decidable }) => decidable);
  return html`<section class="section stack"><h2>${t('sessions.decision_new')}</h2>${errorSummary(errors)}
    ${selectField({ ...decision.field('item'), label: t('sessions.decision_item'), options: [{ value: '', label: t('sessions.choose') }, ...items.map((item) => ({ value: item.id, label: itemTitle(item) }))] })}
    ${textArea({ ...decision.field('decision'), label: t('sessions.decision_words'), rows: 2, maxlength: 2000 })}
    ${button({ label: t('sessions.decision_write'), wide: true, onClick: () => decide(one, room) })}</section>`;
}

/** A motion that was carried on this item is named. @param {SessionDetail} one @param {Room | null} room */
async function decide(one, room) {
  const { item, decision: words } = decision.values();
  /** @type {Record<string, string>} */
  const missing = {};
  if (!item) missing.item = t('sessions.error.item_choose');
  if (!words.trim()) missing.decision = t('sessions.error.words');
  const motion_id = carriedOn(one.id, item, room);
  if (item && !motion_id && one.kind === 'council') missing.item = t('sessions.error.motion_needed');
  const payload = { session_id: one.id, agenda_item_id: item, motion_id, words: words.trim() };
  if (await decision.record(payload, missing)) sayKept();
}

/** The server's motions first; else one that this phone counted, or saw carried. @param {string} id @param {string} item @param {Room | null} room */
function carriedOn(id, item, room) {
  const told = outcome.reading.peek().value?.motions.filter((motion) => motion.agenda_item_id === item && motion.outcome === 'carried').at(-1);
  if (told) return told.id;
  const motion = [room?.motion, motionHere(id)].find((each) => each?.agenda_item_id === item);
  const count = onTheirWay(id, 'hand_count').find(({ payload }) => payload?.motion_id === motion?.id)?.payload;
  const carried = count ? count.agree * 2 > count.present : motion && 'outcome' in motion && motion.outcome === 'carried';
  return carried ? (motion?.id ?? null) : null;
}

/** @param {SessionDetail} one */
function actionForm(one) {
  const errors = action.errors();
  return html`<section class="section stack"><h2>${t('sessions.action.new')}</h2>${errorSummary(errors)}
    ${textArea({ ...action.field('action'), label: t('sessions.action.what'), rows: 2, maxlength: 2000 })}
    ${decided(one.id)}
    ${selectField({ ...action.field('owner'), label: t('sessions.action.who'), options: [{ value: '', label: t('sessions.choose') }, ...people()] })}
    <div class="pair">${textField({ ...action.field('due'), label: t('sessions.action.by'), type: 'date', min: today.value })}
      ${textField({ ...action.field('review'), label: t('sessions.action.review'), hint: t('sessions.action.review_hint'), type: 'date', min: action.values().due || today.value })}</div>
    ${button({ label: t('sessions.action.give'), wide: true, onClick: () => give(one) })}</section>`;
}

/** Which decision it carries out, also one that waits on this phone. @param {string} id */
function decided(id) {
  const all = [...(outcome.reading.value.value?.decisions ?? []), ...onTheirWay(id, 'decision').map((item) => ({ id: item.id, words: String(item.payload.words) }))];
  if (!all.length) return null;
  return selectField({ ...action.field('decided'), label: t('sessions.action.decided'), options: [{ value: '', label: t('sessions.action.no_decision') }, ...all.map(({ id: value, words }) => ({ value, label: words }))] });
}

/** Everybody of the community; without a network, those whom the roll of this phone names. */
const people = () => (members.reading.value.value?.map(({ account_id, display_name }) => ({ value: account_id, label: display_name }))
  ?? roll.reading.value.value?.map(({ account_id, name }) => ({ value: account_id, label: name })) ?? []);

/** @param {SessionDetail} one */
async function give(one) {
  const { action: words, owner, due, review, decided: decision_id } = action.values();
  /** @type {Record<string, string>} */
  const missing = {};
  if (!words.trim()) missing.action = t('sessions.error.words');
  if (!owner) missing.owner = t('sessions.error.owner');
  if (!due) missing.due = t('sessions.error.day');
  if (review && review < due) missing.review = t('sessions.error.review');
  const payload = { session_id: one.id, words: words.trim(), owner_account_id: owner, due_on: due, review_on: review || (due && addDays(due, IN_DAYS)), decision_id: decision_id || null };
  if (await action.record(payload, missing)) sayKept(t('sessions.action.given'));
}
