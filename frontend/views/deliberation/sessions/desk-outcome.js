import { addDays } from '../../../lib/calendar.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { say } from '../../../store/navigation.js';
import { giveAction, outcome, writeDecision } from '../../../store/deliberation/sessions/sessions.js';
import { members } from '../../../store/identity/team.js';
import { today } from '../../../store/sync/outbox.js';
import { button } from '../../../ui/button.js';
import { errorSummary } from '../../../ui/error-summary.js';
import { selectField, textArea, textField } from '../../../ui/field.js';
import { createForm } from '../../office/form.js';
import { outcomeList } from './outcome-list.js';
import { itemTitle } from './words.js';

/**
 * Decisions and what is to be done about them, written at the desk.
 * @typedef {import('../../../types/model.js').SessionDetail} SessionDetail
 */

const decision = createForm(() => ({ item: '', decision: '' }));
const action = createForm(() => ({ action: '', owner: '', due: '', review: '' }));
const IN_DAYS = 7;

/** @param {SessionDetail} one */
export function outcomeDesk(one) {
  const found = outcome.reading.value.value;
  return html`<div class="stack-wide">
    ${found ? outcomeList(found, one) : null}
    ${['in_session', 'in_recess', 'closed'].includes(one.state) ? decisionForm(one) : null}
    ${['in_session', 'in_recess', 'closed', 'minutes_submitted'].includes(one.state) ? actionForm(one) : null}</div>`;
}

/** Only what the notice announced is offered. @param {SessionDetail} one */
function decisionForm(one) {
  const { errors, busy, values } = decision.state.value;
  const items = one.agenda.filter(({ decidable }) => decidable);
  return html`<section class="section stack"><h2>${t('sessions.decision_new')}</h2>${errorSummary(errors)}
    ${selectField({ id: 'item', label: t('sessions.decision_item'), value: values.item, error: errors.item, options: [{ value: '', label: t('sessions.choose') }, ...items.map((item) => ({ value: item.id, label: itemTitle(item) }))], onInput: (item) => decision.answer({ item }) })}
    ${textArea({ ...decision.field('decision'), label: t('sessions.decision_words'), rows: 2, maxlength: 2000 })}
    ${button({ label: t('sessions.decision_write'), wide: true, busy, onClick: () => decide(one) })}</section>`;
}

/** A motion that was carried on this item is named. @param {SessionDetail} one */
async function decide(one) {
  const { item, decision: words } = decision.state.peek().values;
  const carried = outcome.reading.peek().value?.motions.filter((motion) => motion.agenda_item_id === item && motion.outcome === 'carried').at(-1);
  /** @type {Record<string, string>} */
  const missing = {};
  if (!item) missing.item = t('sessions.error.item_choose');
  if (!words.trim()) missing.decision = t('sessions.error.words');
  const done = await decision.submit(async (_values, id) => {
    await writeDecision(one.id, { id, agenda_item_id: item, motion_id: carried?.id ?? null, words: words.trim() });
    return true;
  }, missing);
  if (done) say(t('sessions.decision_written'));
}

/** @param {SessionDetail} one */
function actionForm(one) {
  const { errors, busy, values } = action.state.value;
  const people = members.reading.value.value ?? [];
  return html`<section class="section stack"><h2>${t('sessions.action.new')}</h2>${errorSummary(errors)}
    ${textArea({ ...action.field('action'), label: t('sessions.action.what'), rows: 2, maxlength: 2000 })}
    ${selectField({ id: 'owner', label: t('sessions.action.who'), value: values.owner, error: errors.owner, options: [{ value: '', label: t('sessions.choose') }, ...people.map(({ account_id, display_name }) => ({ value: account_id, label: display_name }))], onInput: (owner) => action.answer({ owner }) })}
    <div class="pair">${textField({ ...action.field('due'), label: t('sessions.action.by'), type: 'date', min: today.value })}
      ${textField({ ...action.field('review'), label: t('sessions.action.review'), hint: t('sessions.action.review_hint'), type: 'date', min: values.due || today.value })}</div>
    ${button({ label: t('sessions.action.give'), wide: true, busy, onClick: () => give(one) })}</section>`;
}

/** @param {SessionDetail} one */
async function give(one) {
  const { action: words, owner, due, review } = action.state.peek().values;
  /** @type {Record<string, string>} */
  const missing = {};
  if (!words.trim()) missing.action = t('sessions.error.words');
  if (!owner) missing.owner = t('sessions.error.owner');
  if (!due) missing.due = t('sessions.error.day');
  const done = await action.submit(async (_values, id) => {
    await giveAction(one.id, { id, words: words.trim(), owner_account_id: owner, due_on: due, review_on: review || addDays(due, IN_DAYS), decision_id: null });
    return true;
  }, missing);
  if (done) say(t('sessions.action.given'));
}
