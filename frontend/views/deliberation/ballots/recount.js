import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { canRecount, countAgain, recounting } from '../../../store/deliberation/ballots/recount.js';
import { button } from '../../../ui/button.js';
import { chip } from '../../../ui/mark.js';
import { notice } from '../../../ui/notice.js';
import { failureWords } from '../../failure.js';
import { stateWords } from './words.js';

/**
 * Counting the round again on this phone, and what that found, check by check.
 * @typedef {import('../../../lib/recount/recount.js').Step} Step
 */

const MARKS = { good: 'received', wrong: 'attention', older: 'attention', not_here: 'waiting', none: 'none' };

/** Findings that are told in a sentence besides. @type {Partial<Record<string, import('../../../lib/i18n.js').Key>>} */
const NOTES = {
  numbers_wrong: 'ballots.recount_note.numbers_wrong', numbers_none: 'ballots.recount_note.numbers_none',
  state_wrong: 'ballots.recount_note.state_wrong', order_wrong: 'ballots.recount_note.order_wrong',
  objections_wrong: 'ballots.recount_note.objections_wrong', objections_none: 'ballots.recount_note.numbers_none',
  head_wrong: 'ballots.recount_note.head_wrong', head_older: 'ballots.recount_note.head_older', head_none: 'ballots.recount_note.head_none',
  receipts_wrong: 'ballots.recount_note.receipts_wrong', receipts_older: 'ballots.recount_note.receipts_older', receipts_none: 'ballots.recount_note.receipts_none',
};

/** Checks whose findings may be states of the round, beside places of entries. */
const SAYS_STATES = ['state', 'order'];
/** @param {string} one */
const stateOrPlace = (one) => (/^\d/.test(one) ? one : stateWords(one));

/** @param {import('../../../store/deliberation/ballots/results.js').Result} found */
export const recountPart = (found) => (canRecount() ? html`<div class="stack" aria-live="polite"><p class="soft">${t('ballots.recount_more')}</p>
  ${button({ label: t(recounting.value.state === 'counting' ? 'ballots.recount_busy' : 'ballots.recount_here'), icon: 'list-checks', wide: true, busy: recounting.value.state === 'counting', onClick: () => countAgain(found) })}
  ${outcome()}</div>` : null);

function outcome() {
  const now = recounting.value;
  if (now.state === 'failed') return notice({ kind: 'warn', title: t('ballots.recount_failed'), body: failureWords(now.failure) });
  if (now.state !== 'done') return null;
  const agrees = now.steps.every(({ found: is }) => is !== 'wrong' && is !== 'older');
  return html`${notice({ kind: agrees ? 'good' : 'warn', title: t(agrees ? 'ballots.recount_agrees' : 'ballots.recount_differs'), body: t(agrees ? 'ballots.recount_agrees_more' : 'ballots.recount_differs_more') })}
    <ul class="cards">${now.steps.map((step) => html`<li class="card stack-tight" key=${step.check}>${line(step)}</li>`)}</ul>`;
}

/** @param {Step} step */
function line({ check, found, what }) {
  const note = NOTES[`${check}_${found}`];
  return html`<b>${t(`ballots.recount.${check}`)}</b><div class="row">${chip(MARKS[found], t(`ballots.recount_found.${found}`))}</div>
    ${note ? html`<p class="soft">${t(note)}</p>` : null}
    ${what.length ? html`<p class="receipt">${what.map(SAYS_STATES.includes(check) ? stateOrPlace : String).join(' · ')}</p>` : null}`;
}
