import { slotOf } from '../../../lib/outbox/item.js';
import { services } from '../../services.js';
import { createDraft } from '../../sync/draft.js';
import { newsOf } from '../../sync/outbox.js';
import { newDraft, record, recordCorrection } from '../../sync/record.js';

/**
 * Commenting, replying and answering for one's home: on the phone first, sent when it can be.
 * @typedef {import('../../../types/model.js').Position} Position
 * @typedef {import('../../../types/model.js').ProposalCommentPayload} Payload
 *
 * @typedef {object} CommentForm
 * @property {Position | null} position
 * @property {string} words
 * @property {string[]} speaks_for household ids
 * @property {number} version_number of the text that was read
 * @property {string | null} reply_to of a reply that is put right
 */

const COMMENT = 'proposal_comment';
const ANSWER = 'home_answer';
const VOTE = 'comment_vote';

/** @type {ReturnType<typeof createDraft<CommentForm>>} */
const drafts = createDraft(COMMENT);
export const commentDraft = drafts.draft;
export const { answer: answerComment, showErrors, addFile, removeFile, close: closeComment } = drafts;

/** @param {{ id: string, title: string, newest: number }} proposal @param {string[]} homes one's own */
export const openComment = ({ id, title, newest }, homes) => drafts.open({ order_key: `proposal/${id}`, label: title, about: id },
  () => ({ position: null, words: '', speaks_for: homes, version_number: newest, reply_to: null }));

/** A comment the server refused, to be put right. @param {import('../../../lib/outbox/item.js').Item} item */
export function correctComment(item) {
  const { position, words, speaks_for, version_number, reply_to } = item.payload;
  return drafts.reopen(item, { position, words, speaks_for, version_number, reply_to });
}

/** Done: from here on it is in the outbox. */
export async function finishComment() {
  const { item, form } = commentDraft.peek() ?? {};
  if (!item || !form) return;
  const fresh = item.state === 'draft';
  const said_at = fresh ? services.clock.iso() : item.payload.said_at;
  const payload = {
    proposal_id: item.about ?? '', version_number: form.version_number, reply_to: form.reply_to, position: form.reply_to ? null : form.position,
    words: form.words.trim(), speaks_for: form.speaks_for, said_at, attachments: item.attachments.map(slotOf),
  };
  if (fresh) await record([{ ...item, payload, recorded_at: said_at }]);
  else await recordCorrection(item, payload);
  drafts.close();
}

/**
 * A reply to a comment.
 * @param {{ id: string, title: string, newest: number }} proposal @param {string} reply_to @param {string} words
 */
export const reply = ({ id, title, newest }, reply_to, words) => {
  const said_at = services.clock.iso();
  const payload = { proposal_id: id, version_number: newest, reply_to, position: null, words, speaks_for: [], said_at, attachments: [] };
  return record([newDraft({ kind: COMMENT, order_key: `proposal/${id}`, label: title, about: id, payload })]);
};

/**
 * Whether somebody spoke rightly for a home.
 * @param {{ comment_id: string, household_id: string, household_code: string }} asked @param {'confirmed' | 'contradicted'} answer @param {string} about the proposal
 */
export const answerForHome = ({ comment_id, household_id, household_code }, answer, about) => record([newDraft({
  kind: ANSWER, order_key: `proposal/${about}`, label: household_code, about,
  payload: { comment_id, household_id, answer, said_at: services.clock.iso() },
})]);

/**
 * What one thinks of a comment; the newest word holds.
 * @param {{ id: string, proposal_id: string, author_name: string }} comment @param {import('../../../types/model.js').CommentVote} vote
 */
export const voteOnComment = ({ id, proposal_id, author_name }, vote) => record([newDraft({
  kind: VOTE, order_key: `proposal/${proposal_id}`, label: author_name, about: proposal_id,
  payload: { comment_id: id, vote, said_at: services.clock.iso() },
})]);

/** The last that was said here which the server's picture cannot know yet. @param {string} kind @param {number | null} since @param {(payload: any) => boolean} about @returns {any} */
const lastOf = (kind, since, about) => newsOf(kind, since).filter(({ payload }) => about(payload)).at(-1)?.payload;

/** How many of one's own comments the server's picture cannot know yet. @param {string} id of the proposal @param {number | null} since */
export const commentsOnTheirWay = (id, since) => newsOf(COMMENT, since).filter(({ about }) => about === id).length;

/** What one thinks of a comment, also before the server knows. @param {import('../../../types/model.js').ProposalComment} comment @param {number | null} since @returns {import('../../../types/model.js').CommentVote | null} */
export const myVote = ({ id, my_vote }, since) => lastOf(VOTE, since, ({ comment_id }) => comment_id === id)?.vote ?? my_vote;

/**
 * What one's home has answered, also before the server knows.
 * @param {import('../../../types/model.js').Proposal['asked'][number]} asked @param {number | null} since @returns {import('../../../types/model.js').Proposal['asked'][number]['answer']}
 */
export const homeAnswer = ({ comment_id, household_id, answer }, since) =>
  lastOf(ANSWER, since, (payload) => payload.comment_id === comment_id && payload.household_id === household_id)?.answer ?? answer;
