import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { NotReached } from '../../../lib/problem.js';
import { button, linkButton } from '../../../ui/button.js';
import { notice } from '../../../ui/notice.js';
import { readAloud } from '../../../ui/read-aloud.js';
import { failureWords } from '../../failure.js';
import { forWhom, setAside, weightWords } from './mine.js';
import { answerWords } from './words.js';

/** @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round */
/** @typedef {import('../../../store/deliberation/ballots/rounds.js').Elector} Elector */
/** @typedef {import('../../../store/deliberation/ballots/casting.js').Voting} Voting */

/**
 * "This is what you chose", before it is cast, and after it could not be.
 * @param {Round} one @param {Elector} elector @param {{ now: Voting, again: string, send: () => unknown }} how
 */
export function readBack(one, elector, { now, again, send }) {
  const chosen = one.questions.map((question) => ({ question, words: answerWords(question, now.draft.answers[question.id] ?? '') }));
  const unsent = now.draft.tried && !now.sending;
  return html`<div class="stack">
    ${unsent ? failed(now.failure) : null}
    <p class="card-detail">${forWhom(elector)}${t('date.comma')}${weightWords(elector)}</p>
    <h2>${t('ballots.you_chose')}</h2>
    ${chosen.map(({ question, words }) => html`<div class="card chosen" key=${question.id}><p>${question.words}</p><p class="chosen-answer">${words}</p></div>`)}
    ${readAloud('read-back', () => [t('ballots.you_chose'), ...chosen.map(({ question, words }) => `${question.words} ${words}`)].join('. '))}
    ${elector.would_not_count ? setAside(elector.would_not_count) : html`<p class="soft">${t('ballots.change_until')}</p>`}
    <div class="action-bar">${button({ label: t(now.sending ? 'ballots.sending' : unsent ? 'ballots.send_again' : 'ballots.confirm'), kind: 'primary', icon: 'vote', busy: now.sending, onClick: send })}
      ${linkButton({ label: t('ballots.choose_again'), href: again, kind: 'quiet' })}</div></div>`;
}

/** A vote that nobody took is said to be none. @param {unknown} error */
function failed(error) {
  if (error && !(error instanceof NotReached)) return notice({ kind: 'bad', title: t('ballots.refused'), body: failureWords(error) });
  return notice({ kind: 'bad', title: t('ballots.unsent'), body: `${error ? failureWords(error) : ''} ${t('ballots.unsent_how')}` });
}
