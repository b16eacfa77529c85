import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { say } from '../../../store/navigation.js';
import { answerMessage } from '../../../store/deliberation/representatives/messages.js';
import { button } from '../../../ui/button.js';
import { errorSummary } from '../../../ui/error-summary.js';
import { textArea } from '../../../ui/field.js';
import { chip } from '../../../ui/mark.js';
import { readAloud } from '../../../ui/read-aloud.js';
import { whenWords } from '../../dates.js';
import { createForm } from '../../office/form.js';

/**
 * One message with its answer; the one it was written to answers it here, once.
 * @typedef {import('../../../types/model.js').Message} Message
 * @typedef {import('../../../store/deliberation/representatives/messages.js').Which} Which
 */

const LONGEST = 2000;
const form = createForm(() => ({ of: '', words: '' }));

/** @param {Message} one @param {Which} which */
export const messageCard = (one, which) => html`<li class="card stack-tight" key=${one.id}>
  <div class="row-apart"><span class="card-title">${which === 'received' ? t('representatives.message_from', { name: one.from_name, code: one.household_code }) : t('representatives.message_to', { name: one.to_name })}</span>
    ${one.answered_at ? chip('received', t('representatives.message_answered')) : chip('waiting', t('representatives.message_open'))}</div>
  <span class="card-detail">${whenWords(one.sent_at)}</span>
  <p class="quote">${one.words ?? t('representatives.message_erased')}</p>
  ${one.answer && one.answered_at ? html`<div class="stack-tight"><span class="card-detail">${t('representatives.answer_of', { name: one.answered_name ?? '', time: whenWords(one.answered_at) })}</span>
    <p class="quote">${one.answer}</p></div>` : null}
  ${readAloud(one.id, () => [one.words, one.answer].filter(Boolean).join('. '))}
  ${which === 'received' && !one.answered_at && one.words ? answering(one) : null}</li>`;

/** @param {Message} one */
function answering(one) {
  const { values, errors, busy } = form.state.value;
  if (values.of !== one.id) return button({ label: t('representatives.answer'), icon: 'reply', onClick: () => form.begin({ of: one.id }) });
  return html`<div class="stack">${errorSummary(errors)}
    ${textArea({ ...form.field('words'), label: t('representatives.answer_words'), hint: t('representatives.answer_hint'), rows: 4, maxlength: LONGEST })}
    ${button({ label: t('representatives.answer_send'), kind: 'primary', busy, onClick: send })}</div>`;
}

/** @returns {Record<string, string>} */
const missing = () => (form.state.peek().values.words.trim() ? {} : { words: t('representatives.error.answer') });

async function send() {
  const done = await form.submit(async ({ of, words }, key) => {
    await answerMessage(of, key, words.trim());
    return true;
  }, missing());
  if (done) say(t('representatives.answered'));
}
