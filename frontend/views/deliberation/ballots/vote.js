import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { answerVote, beginVote, castVote, lastCast, leaveVote, showVoteErrors, voting } from '../../../store/deliberation/ballots/casting.js';
import { round } from '../../../store/deliberation/ballots/rounds.js';
import { go, goInstead } from '../../../store/navigation.js';
import { linkButton } from '../../../ui/button.js';
import { choose } from '../../../ui/choices.js';
import { questionForm } from '../../../ui/questions.js';
import { readAloud, stopReading } from '../../../ui/read-aloud.js';
import { shown } from '../../reading.js';
import { forWhom, setAside, weightWords, whyNot } from './mine.js';
import { aloud } from './questions.js';
import { readBack } from './read-back.js';
import { receiptScreen } from './receipt.js';
import { answerWords, offered } from './words.js';

/**
 * Voting: the questions one by one, for everybody; then "this is what you chose", then the receipt.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Elector} Elector
 */

const PATH = '/deliberation/ballots/:id/vote';
/** @param {Place} place */
const homeOf = ({ params }) => link('/deliberation/ballots/:id', params);

/** @param {Place} place @param {Elector[]} electors */
const electorOf = ({ query }, electors) => electors.find(({ elector_id }) => elector_id === query.get('elector')) ?? (electors.length === 1 ? electors[0] : undefined);

/** @param {Place} place */
export async function enter(place) {
  const [path, open] = [place.params.id ?? '', round.reading.peek().value];
  if (open?.round.id !== path || !voting.peek()) await round.load(path);
  const elector = electorOf(place, round.reading.peek().value?.electors ?? []);
  if (elector && place.query.get('step') !== 'done') await beginVote(path, elector);
}

export function leave() {
  stopReading();
  if (!/\/vote(\?|$)/.test(globalThis.location.hash)) leaveVote();
}

/** @param {Place} place */
export const view = (place) => ({
  title: t('ballots.voting'), back: homeOf(place),
  body: shown(round.reading.value, ({ round: one, electors }) => steps(place, one, electors), () => enter(place)),
});

/** @param {Place} place @param {Round} one @param {Elector[]} electors */
function steps(place, one, electors) {
  const elector = electorOf(place, electors);
  if (!elector) return electors.length ? forWhomQuestion(place, electors) : whyNot('no_elector');
  if (place.query.get('step') === 'done') return receiptScreen(one, elector, lastCast.value, homeOf(place));
  if (!elector.may_vote) return html`<div class="stack">${whyNot(elector.why_not ?? 'other')}${linkButton({ label: t('ballots.back_to_round'), href: homeOf(place), wide: true })}</div>`;
  const now = voting.value;
  if (!now || now.elector !== elector.elector_id) return null;
  if (place.query.get('step') === 'check' && one.questions.every(({ id }) => now.draft.answers[id])) return readBack(one, elector, { now, again: stepOf(place, one.questions[0]?.id ?? ''), send: () => send(place) });
  return html`<div class="stack">${elector.would_not_count ? setAside(elector.would_not_count) : null}<p class="card-detail">${forWhom(elector)}${t('date.comma')}${weightWords(elector)}</p>${asked(place, one)}</div>`;
}

/** @param {Place} place @param {string} step */
const stepOf = ({ params, query }, step) => link(PATH, params, { ...Object.fromEntries(query), step });

/** @param {Place} place @param {Elector[]} electors */
const forWhomQuestion = (place, electors) => html`<div class="stack"><h2>${t('ballots.for_whom')}</h2>
  <ul class="cards">${electors.map((each) => html`<li key=${each.elector_id}><a class="card card-link" href=${link(PATH, place.params, { elector: each.elector_id })}>
    <span class="grow"><span class="card-title">${forWhom(each)}</span><span class="card-detail">${weightWords(each)}</span></span></a></li>`)}</ul></div>`;

/** @param {Place} place @param {Round} one */
function asked(place, one) {
  const given = voting.value?.draft.answers ?? {};
  /** @type {Record<string, string>} */
  const errors = voting.value?.errors ?? {};
  return questionForm({
    oneByOne: true, step: place.query.get('step'), go,
    hrefOf: (step) => stepOf(place, step),
    shown: errors, show: showVoteErrors,
    doneLabel: t('ballots.look_again'),
    onDone: () => go(stepOf(place, 'check')),
    questions: one.questions.map((question) => ({
      id: question.id,
      errors: () => missing(question.id),
      body: () => html`<div class="stack">${choose({
        id: question.id, legend: question.words, hint: question.explanation ?? undefined, value: given[question.id] ?? null, error: errors[question.id],
        options: offered(question).map((value) => ({ value, label: answerWords(question, value), more: question.options.find(({ key }) => key === value)?.explanation ?? undefined })),
        onChange: (value) => answerVote(question.id, value) })}
        ${readAloud(`vote-${question.id}`, () => [aloud(question), ...offered(question).map((value) => answerWords(question, value))].join('. '))}</div>`,
    })),
  });
}

/** @param {string} question @returns {Record<string, string>} */
const missing = (question) => (voting.peek()?.draft.answers[question] ? {} : { [question]: t('ballots.error.answer') });

/** @param {Place} place */
async function send(place) {
  if (await castVote()) goInstead(stepOf(place, 'done'));
}
