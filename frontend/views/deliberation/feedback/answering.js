import { addDays } from '../../../lib/calendar.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { say } from '../../../store/navigation.js';
import { answerReport, declineReport, sayFixed } from '../../../store/deliberation/feedback/reports.js';
import { today } from '../../../store/sync/outbox.js';
import { button } from '../../../ui/button.js';
import { errorSummary } from '../../../ui/error-summary.js';
import { textArea, textField } from '../../../ui/field.js';
import { ask } from '../../office/ask.js';
import { createForm } from '../../office/form.js';

/**
 * For the contractor, the property manager and the office: an answer with a day, "it is done", "it cannot be".
 * @typedef {import('../../../types/model.js').FeedbackDetail} Detail
 */

const IN_DAYS = 3;
/** The server takes no day beyond. */
const PROMISED_WITHIN_DAYS = 365;
const form = createForm(() => ({ of: '', words: '', promised_on: '' }));

/** What is half-written for one is not shown for another. @param {string} id */
export function beginAnswer(id) {
  if (form.state.peek().values.of !== id) form.begin({ of: id, promised_on: addDays(today.peek(), IN_DAYS) });
}

/** @param {Detail} one */
export function answering(one) {
  if (['reported', 'on_agenda', 'reopened'].includes(one.state)) return answerForm(one);
  if (one.state !== 'answered') return null;
  return html`<section class="section stack"><h2>${t('feedback.done_question')}</h2>
    ${button({ label: t('feedback.say_fixed'), kind: 'primary', icon: 'check', onClick: () => askFixed(one) })}${declineButton(one)}</section>`;
}

/** @param {Detail} one */
function answerForm(one) {
  const { errors, busy } = form.state.value;
  return html`<section class="section stack"><h2>${t('feedback.answer')}</h2>
    ${errorSummary(errors)}
    ${textArea({ ...form.field('words'), label: t('feedback.answer_words'), hint: t('feedback.answer_hint'), rows: 3 })}
    ${textField({ ...form.field('promised_on'), label: t('feedback.answer_by'), type: 'date', min: today.value, max: addDays(today.value, PROMISED_WITHIN_DAYS) })}
    ${button({ label: t('feedback.answer_send'), kind: 'primary', busy, onClick: () => send(one) })}
    ${declineButton(one)}</section>`;
}

/** @param {Detail} one */
async function send(one) {
  const { words, promised_on } = form.state.peek().values;
  /** @type {Record<string, string>} */
  const missing = {};
  if (!words.trim()) missing.words = t('feedback.error.words');
  if (!promised_on) missing.promised_on = t('feedback.error.day');
  const done = await form.submit(async (_values, key) => {
    await answerReport(one.id, key, { words: words.trim(), promised_on });
    return true;
  }, missing);
  if (done) say(t('feedback.answered'));
}

/** @param {Detail} one */
const askFixed = (one) => ask({
  title: t('feedback.say_fixed'), body: t('feedback.say_fixed_more'), yes: t('feedback.say_fixed'),
  then: (_reason, key) => sayFixed(one.id, key),
  after: () => say(t('feedback.said_fixed')),
});

/** @param {Detail} one */
const declineButton = (one) => button({ label: t('feedback.decline'), kind: 'quiet', onClick: () => ask({
  title: t('feedback.decline'), body: t('feedback.decline_more'), reason: t('feedback.decline_why'), yes: t('feedback.decline'), kind: 'danger',
  then: (reason, key) => declineReport(one.id, key, { reason }),
  after: () => say(t('feedback.declined')),
}) });
