import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { raiseObjection } from '../../../store/deliberation/ballots/results.js';
import { round } from '../../../store/deliberation/ballots/rounds.js';
import { say } from '../../../store/navigation.js';
import { button } from '../../../ui/button.js';
import { chip } from '../../../ui/mark.js';
import { whenWords } from '../../dates.js';
import { ask } from '../../office/ask.js';
import { objectionWords } from './objections.js';
import { shownPhotos } from './shown-photos.js';

/**
 * The papers that others recorded for me: who read them, their photo, and a way to say that one is wrong.
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Schemas['MyPaperOut']} MyPaper
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round
 */

/** In these a paper can be contested. */
const CONTESTED_IN = ['open', 'closed', 'on_notice'];

/** @param {Round} one @param {MyPaper[]} papers */
export const myPapers = (one, papers) => papers.map((paper) => html`<section class="stack" key=${paper.id}>
  <h3>${t('ballots.my_paper', { time: whenWords(paper.handed_in_at) })}</h3>
  <div class="row">${state(paper)}${paper.by_proxy ? html`<span class="tag">${t('ballots.by_proxy')}</span>` : null}</div>
  <dl class="facts"><dt>${t('ballots.first_reader')}</dt><dd>${paper.recorded_by ?? ''}</dd>${paper.confirmed ? html`<dt>${t('ballots.second_reader')}</dt><dd>${paper.confirmed_by ?? ''}</dd>` : null}</dl>
  ${paper.strike ? html`<p class="soft">${t('ballots.strike_asked', { name: paper.strike.asked_by ?? '', reason: paper.strike.reason })}</p>` : null}
  ${shownPhotos(paper.attachments, t('ballots.paper_photo'))}
  ${paper.objections.map((each) => html`<div class="stack-tight" key=${each.id}>${objectionWords(each)}</div>`)}
  ${CONTESTED_IN.includes(one.state) && !inDoubt(paper) && !paper.strike?.struck ? contestButton(one, paper) : null}</section>`);

/** @param {MyPaper} paper */
function state(paper) {
  if (paper.strike?.struck) return chip('left_alone', t('ballots.struck'));
  if (paper.confirmed) return paper.counts ? chip('received', t('ballots.my_paper_counts')) : html`<span class="tag">${t('ballots.counts_not')}</span>`;
  return chip('waiting', t(paper.photo_here ? 'ballots.my_paper_waits' : 'ballots.photo_coming'));
}

/** Whether an objection to it waits or was right. @param {MyPaper} paper */
const inDoubt = ({ objections }) => objections.some(({ answer }) => !answer || answer.upheld);

/** @param {Round} one @param {MyPaper} paper */
const contestButton = (one, paper) => button({ label: t('ballots.contest'), icon: 'circle-alert', onClick: () => ask({
  title: t('ballots.contest'), body: t('ballots.contest_more'), reason: t('ballots.object_words'), yes: t('ballots.object'),
  then: (words, key) => raiseObjection(one.id, { id: key, words, ballot_id: paper.id }), after: async () => { say(t('ballots.contest_kept')); await round.load(one.id); } }) });
