import { t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { squareMetres } from '../../../lib/money.js';
import { icon } from '../../../ui/icon.js';
import { linkButton } from '../../../ui/button.js';
import { notice } from '../../../ui/notice.js';
import { whenWords } from '../../dates.js';
import { myPapers } from './my-papers.js';
import { answerWords } from './words.js';

/**
 * My own part in a round: whom I vote for, what I chose, why I cannot.
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Elector} Elector
 */

/** @param {Round} one @param {Elector[]} electors @param {Record<string, unknown>} drafts that wait on this phone */
export function myPart(one, electors, drafts) {
  if (!electors.length) return one.electorate ? notice({ kind: 'note', title: t('ballots.no_elector'), body: t('ballots.no_elector_more') }) : null;
  return html`<section class="section stack"><h2>${t('ballots.mine')}</h2>${electors.map((each) => myLine(one, each, Boolean(drafts[each.elector_id])))}</section>`;
}

/** @param {Round} one @param {Elector} elector @param {boolean} waits */
const myLine = (one, elector, waits) => html`<div class="card stack" key=${elector.elector_id}>
  <div><b class="card-title">${forWhom(elector)}</b>
    <span class="card-detail">${weightWords(elector)}</span></div>
  ${waits && elector.may_vote ? notice({ kind: 'bad', title: t('ballots.unsent'), body: t('ballots.unsent_more') }) : null}
  ${elector.counted ? countedLines(one, elector.counted, elector.ballots) : elector.may_vote ? html`<p>${icon('circle-alert')} <b>${t('ballots.not_voted')}</b></p>` : null}
  ${myPapers(one, elector.papers)}
  ${elector.may_vote && elector.would_not_count ? setAside(elector.would_not_count) : null}
  ${elector.may_vote && !elector.would_not_count ? linkButton({ label: t(elector.counted ? 'ballots.change' : 'ballots.vote'), kind: elector.counted ? 'plain' : 'primary', wide: true, icon: 'vote', href: link('/deliberation/ballots/:id/vote', { id: one.id }, { elector: elector.elector_id }) }) : null}
  ${elector.why_not && !(elector.counted && elector.why_not === 'closed') ? whyNot(elector.why_not) : null}
  ${elector.code ? html`<p class="card-detail">${t('ballots.my_code')} <span class="receipt receipt-short">${elector.code}</span></p>` : null}
</div>`;

/** @param {Elector} elector */
export const forWhom = ({ standing, doors }) => t(standing === 'proxy' ? 'ballots.for_other' : 'ballots.for_me', { doors: doors.join(t('ballots.and')) });

/** @param {Elector} elector */
export const weightWords = ({ doors, area_dm2 }) => t(doors.length > 1 ? 'ballots.one_vote_homes' : 'ballots.one_vote', { n: doors.length, m2: squareMetres(area_dm2) });

/** Why, and whom to ask. @param {string} code */
export const whyNot = (code) => notice({ kind: 'note', title: tCode('ballots.why_not', code, 'ballots.why_not.other'), body: tCode('ballots.ask', code, 'ballots.ask.other') });

/** Said before somebody votes in vain. @param {NonNullable<Elector['would_not_count']>} why */
export const setAside = (why) => notice({ kind: 'warn', title: t(`ballots.set_aside.${why}`), body: t('ballots.would_not_count') });

/** @param {Round} one @param {NonNullable<Elector['counted']>} counted @param {number} ballots */
const countedLines = (one, counted, ballots) => html`<div class="stack-tight">
  <p>${icon('circle-check')} <b>${t(`ballots.counted.${counted.way}`)}</b> <span class="soft">${whenWords(counted.cast_at)}${counted.by_proxy ? `${t('date.comma')}${t('ballots.by_proxy')}` : ''}</span></p>
  ${counted.answers ? html`<dl class="facts facts-answers">${one.questions.map((question) => html`<dt>${question.words}</dt><dd>${answerWords(question, counted.answers?.find(({ question_id }) => question_id === question.id)?.answer ?? '')}</dd>`)}</dl>` : html`<p class="soft">${t('ballots.answers_of_another')}</p>`}
  ${counted.receipt ? html`<details><summary><span class="grow">${t('ballots.receipt')}</span><u>${t('ballots.show')}</u></summary>${receiptLines(counted.receipt, ballots)}</details>` : null}</div>`;

/** @param {{ index: number, leaf_hash: string }} receipt @param {number} ballots */
export const receiptLines = ({ index, leaf_hash }, ballots) => html`<dl class="facts"><dt>${t('ballots.receipt_index')}</dt><dd>${index}</dd>
  <dt>${t('ballots.receipt_hash')}</dt><dd class="receipt">${leaf_hash}</dd></dl>
  ${ballots > 1 ? html`<p class="card-detail">${t('ballots.all_kept', { n: ballots })}</p>` : null}`;
