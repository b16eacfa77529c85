import { signal } from '../../../vendor/signals.js';
import { NotReached } from '../../../lib/problem.js';
import { accountId } from '../../identity/session.js';
import { create, newId } from '../../office/call.js';
import { services } from '../../services.js';
import { keepReceipt } from './receipts.js';
import { round } from './rounds.js';

/**
 * Voting. A vote is cast when the server says so and never queued: the choices wait on the phone, sealed,
 * until their person sends them again. The ballot keeps its id while the answers stay the same, so that one
 * whose answer was lost on the way is counted once.
 * @typedef {import('./rounds.js').Schemas} Schemas
 * @typedef {Schemas['BallotOut']} Cast
 * @typedef {{ id: string, answers: Record<string, string>, tried: boolean }} Draft
 * @typedef {{ round: string, elector: string, draft: Draft, errors: Record<string, string>, sending: boolean, failure: unknown }} Voting
 */

/** @type {import('../../../vendor/signals.js').Signal<Voting | null>} */
export const voting = signal(null);

/** What was cast last, with its receipt. @type {import('../../../vendor/signals.js').Signal<Cast | null>} */
export const lastCast = signal(null);

/** @returns {Draft} */
const fresh = () => ({ id: '', answers: {}, tried: false });

/** @param {string} roundId */
const draftName = (roundId) => `ballot-draft:${roundId}`;

const account = () => accountId.peek() ?? '';

/** Drafts of a round by elector. @param {string} roundId @returns {Promise<Record<string, Draft>>} */
export const draftsOf = async (roundId) => (await services.cache.read(account(), draftName(roundId)))?.value ?? {};

/**
 * Begins, or goes on where the phone was left.
 * @param {string} roundId
 * @param {import('./rounds.js').Elector} elector
 */
export async function beginVote(roundId, elector) {
  const open = voting.peek();
  if (open?.round === roundId && open.elector === elector.elector_id) return;
  const kept = (await draftsOf(roundId))[elector.elector_id];
  const arrived = kept && kept.id === elector.counted?.id;
  if (arrived) await keepDraft(roundId, elector.elector_id, null);
  voting.value = { round: roundId, elector: elector.elector_id, draft: kept && !arrived ? kept : fresh(), errors: {}, sending: false, failure: null };
}

export const leaveVote = () => { voting.value = null; };

/** @param {Record<string, string>} errors */
export const showVoteErrors = (errors) => { if (voting.value) voting.value = { ...voting.value, errors }; };

/** Other answers are another ballot. @param {string} question @param {string} answer */
export async function answerVote(question, answer) {
  const now = voting.value;
  if (!now || now.sending) return;
  const draft = { id: '', tried: false, answers: { ...now.draft.answers, [question]: answer } };
  voting.value = { ...now, draft, errors: {}, failure: null };
  await keepDraft(now.round, now.elector, draft);
}

/** Sends it; the failure stands in `voting` when it was not taken. @returns {Promise<Cast | null>} */
export async function castVote() {
  const now = voting.value;
  if (!now || now.sending) return null;
  const draft = { ...now.draft, id: now.draft.id || newId(), tried: true };
  voting.value = { ...now, draft, sending: true, failure: null };
  await keepDraft(now.round, now.elector, draft);
  try {
    return await sent(now, draft);
  } catch (error) {
    voting.value = { ...now, draft, sending: false, failure: error };
    // Refused for good: the same again would be refused again.
    if (!(error instanceof NotReached)) await keepDraft(now.round, now.elector, null);
    return null;
  }
}

/** @param {Voting} now @param {Draft} draft */
async function sent({ round: roundId, elector }, draft) {
  const answers = Object.entries(draft.answers).map(([question_id, answer]) => ({ question_id, answer }));
  const cast = /** @type {Cast} */ (await create(`/ballot-rounds/${roundId}/ballots`, { id: draft.id, elector_id: elector, answers }));
  await keepReceipt(roundId, cast.receipt);
  await keepDraft(roundId, elector, null);
  lastCast.value = cast;
  voting.value = null;
  await round.load(roundId);
  return cast;
}

/** So long a draft may be after what it votes on. */
const A_DAY = 24 * 60 * 60_000;

/** @param {string} roundId @param {string} elector @param {Draft | null} draft */
async function keepDraft(roundId, elector, draft) {
  const { [elector]: _old, ...others } = await draftsOf(roundId);
  const closes = Date.parse(round.reading.peek().value?.round.closes_at ?? '') || services.clock.now() + A_DAY;
  await services.cache.keepSealed(account(), draftName(roundId), draft ? { ...others, [elector]: draft } : others, closes + A_DAY);
}
