import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { look } from '../../../store/identity/look.js';
import { go, goInstead } from '../../../store/navigation.js';
import { voices } from '../../../store/deliberation/representatives/mandates.js';
import { answerMessageForm, closeMessage, correctMessage, finishMessage, messageDraft, openMessage, showErrors } from '../../../store/deliberation/representatives/messages.js';
import { readItem } from '../../../store/sync/outbox.js';
import { textArea } from '../../../ui/field.js';
import { questionForm } from '../../../ui/questions.js';
import { skeleton } from '../../../ui/waiting.js';
import { problemNotice } from '../../sync/problem-notice.js';
import { sayKept } from '../kept.js';

/**
 * Writing to whoever speaks for my building. It waits on the phone until it can be sent.
 * @typedef {import('../../../lib/router.js').Place} Place
 */

const PATH = '/deliberation/representatives/:id/write';
const LONGEST = 2000;

/** @param {Place} place */
export async function enter({ params, query }) {
  const refused = query.get('item');
  const item = refused && messageDraft.peek()?.item.id !== refused ? await readItem(refused) : null;
  if (item) await correctMessage(item);
  if (messageDraft.peek()) return;
  await voices.warm();
  if (!nameOf(params.id)) await voices.load();
  await openMessage(params.id ?? '', nameOf(params.id) || t('representatives.write'));
}

/** @param {string | undefined} mandate */
const nameOf = (mandate) => (voices.reading.peek().value ?? []).flatMap(({ representatives }) => representatives).find(({ id }) => id === mandate)?.name ?? '';

export const leave = closeMessage;

/** @param {Place} place */
export function view({ params, query }) {
  const draft = messageDraft.value;
  return {
    title: draft && nameOf(params.id) ? t('representatives.write_to', { name: draft.item.label }) : t('representatives.write'), back: '#/deliberation/representatives',
    body: draft ? html`<div class="stack">${problemNotice(draft.item)}${questionForm({
      questions: [{ id: 'words', errors: wordsErrors, body: () => wordsQuestion(draft) }],
      oneByOne: look.value.elder_mode, step: query.get('step'),
      hrefOf: (step) => link(PATH, params, { ...Object.fromEntries(query), step }),
      go, shown: draft.errors, show: showErrors, doneLabel: t('representatives.write_send'), onDone: done,
    })}</div>` : skeleton(),
  };
}

/** @returns {Record<string, string>} */
const wordsErrors = () => (messageDraft.peek()?.form.words.trim() ? {} : { words: t('representatives.error.words') });

/** @param {import('../../../store/sync/draft.js').Draft<{ words: string }>} draft */
const wordsQuestion = ({ form, errors }) => html`<div class="stack">
  ${textArea({ id: 'words', label: t('representatives.write_words'), value: form.words, error: errors.words, rows: 6, maxlength: LONGEST, onInput: (words) => answerMessageForm({ words }) })}
  <p class="soft">${t('representatives.write_private')}</p></div>`;

async function done() {
  await finishMessage();
  sayKept();
  goInstead(link('/deliberation/representatives/messages', {}, { which: 'mine' }));
}
