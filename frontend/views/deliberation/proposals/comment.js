import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { look } from '../../../store/identity/look.js';
import { go, goInstead } from '../../../store/navigation.js';
import { readItem } from '../../../store/sync/outbox.js';
import { ownHomes, proposal } from '../../../store/deliberation/proposals/proposals.js';
import { addFile, answerComment, closeComment, commentDraft, correctComment, finishComment, openComment, removeFile, showErrors } from '../../../store/deliberation/proposals/saying.js';
import { choose } from '../../../ui/choices.js';
import { textArea } from '../../../ui/field.js';
import { questionForm } from '../../../ui/questions.js';
import { stopVoice } from '../../../ui/voice.js';
import { skeleton } from '../../../ui/waiting.js';
import { evidence } from '../../care/evidence.js';
import { problemNotice } from '../../sync/problem-notice.js';
import { sayKept } from '../kept.js';
import { homesQuestion, prepareHomes, speaksForBuilding } from './homes-question.js';
import { POSITIONS } from './words.js';

/**
 * A comment: where I stand, why, and for whom I speak. It waits on the phone until it can be sent.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../store/deliberation/proposals/saying.js').CommentForm} CommentForm
 */

const PATH = '/deliberation/proposals/:id/comment';

/** @param {Place} place */
export async function enter({ params, query }) {
  const refused = query.get('item');
  await Promise.all([proposal.load(params.id), ownHomes.load()]);
  const one = proposal.reading.peek().value;
  const item = refused && commentDraft.peek()?.item.id !== refused ? await readItem(refused) : null;
  if (item) await correctComment(item);
  if (!commentDraft.peek() && one) await openComment(one, (ownHomes.reading.peek().value ?? []).map(({ household_id }) => household_id));
  await prepareHomes(params.id ?? '');
}

export function leave() {
  stopVoice();
  closeComment();
}

/** @param {Place} place */
export function view({ params, query }) {
  const draft = commentDraft.value;
  return {
    title: t('proposals.comment'), back: link('/deliberation/proposals/:id', params),
    body: draft ? html`<div class="stack">${problemNotice(draft.item)}<p class="soft">${draft.item.label}</p>${questionForm({
      questions: questions(draft), oneByOne: look.value.elder_mode, step: query.get('step'),
      hrefOf: (step) => link(PATH, params, { ...Object.fromEntries(query), step }),
      go, shown: draft.errors, show: showErrors, doneLabel: t('proposals.send'), onDone: () => done(params.id ?? ''),
    })}</div>` : skeleton(),
  };
}

/**
 * @param {import('../../../store/sync/draft.js').Draft<CommentForm>} draft
 * @returns {import('../../../ui/questions.js').Question[]}
 */
function questions(draft) {
  const { form, errors } = draft;
  const homes = ownHomes.reading.value.value ?? [];
  const words = { id: 'words', errors: wordsErrors, body: () => html`<div class="stack">
      ${textArea({ id: 'words', label: t('proposals.why'), hint: t('proposals.why_hint'), value: form.words, error: errors.words, rows: 4, maxlength: 2000, onInput: (words) => answerComment({ words }) })}
      ${evidence(draft, { addFile, removeFile })}</div>` };
  // A reply that is put right has no position and speaks for nobody else.
  if (form.reply_to) return [words];
  return [
    { id: 'position', errors: () => (commentDraft.peek()?.form.position ? {} : err('position', t('proposals.error.position'))), body: () => choose({ id: 'position', legend: t('proposals.where_do_you_stand'), value: form.position, error: errors.position,
      options: POSITIONS.map((one) => ({ value: one, label: t(`proposals.position.${one}`) })), onChange: (position) => answerComment({ position }) }) },
    words,
    ...(homes.length || speaksForBuilding() ? [{ id: 'homes', body: () => homesQuestion(form, homes) }] : []),
  ];
}

/** A photo or a voice note says it as well. */
function wordsErrors() {
  const { form, item } = commentDraft.peek() ?? {};
  return form?.words.trim() || item?.attachments.length ? {} : err('words', t('proposals.error.words'));
}

/** @param {string} id @param {string} words @returns {Record<string, string>} */
const err = (id, words) => ({ [id]: words });

/** @param {string} id */
async function done(id) {
  await finishComment();
  sayKept();
  goInstead(link('/deliberation/proposals/:id', { id }));
}
