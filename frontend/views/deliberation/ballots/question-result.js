import { t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { icon } from '../../../ui/icon.js';
import { thresholdBar } from './threshold-bar.js';
import { amount, answerWords } from './words.js';

/**
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Question} Question
 * @typedef {import('../../../store/deliberation/ballots/results.js').QuestionResult} QuestionResult
 * @typedef {import('../../../store/deliberation/ballots/results.js').Tally} Tally
 * @typedef {Tally['participation'][number]} Judged
 */

/** @type {Record<string, { icon: string, kind: string }>} */
const SIGNS = { passed: { icon: 'circle-check', kind: 'good' }, failed: { icon: 'circle-x', kind: 'bad' }, no_quorum: { icon: 'circle-dashed', kind: 'warn' }, reported: { icon: 'info', kind: 'note' } };

/** What came of one question. @param {QuestionResult} one @param {Round} round */
export function questionResult(one, round) {
  const question = round.questions.find(({ id }) => id === one.question);
  if (!question) return null;
  return html`<article class="section stack" key=${one.question}><h2>${question.words}</h2>
    ${tallyPart(one.returned, question)}
    ${one.following ? html`<section class="card stack"><h3>${t('ballots.following')}</h3><p class="soft">${t('ballots.following_more')}</p>${tallyPart(one.following, question)}</section>` : null}
    <h3>${t('ballots.all_states')}</h3>${stateCounts(one, question)}</article>`;
}

/** @param {Tally} tally @param {Question} question */
function tallyPart(tally, question) {
  const sign = SIGNS[tally.outcome] ?? { icon: 'info', kind: 'note' };
  const chosen = tally.passed ? question.options.find(({ key }) => key === tally.passed)?.title : null;
  return html`<p class=${`outcome outcome-${sign.kind}`}>${icon(sign.icon)}<span>${tCode('ballots.outcome', tally.outcome, 'ballots.outcome.other')}${chosen ? html`<br />${t('ballots.passed_option', { title: chosen })}` : null}</span></p>
    ${tally.participation.length ? html`<h3>${t('ballots.took_part')}</h3>${bars(tally.participation, 'participation')}` : null}
    ${tally.approval.length ? html`<h3>${t('ballots.agreed')}</h3>${bars(tally.approval, 'approval')}` : null}
    ${tally.options.map(({ option, approval, agree }) => html`<h3>${answerWords(question, option)}</h3>${approval.length ? bars(approval, 'approval')
      : ['heads', 'area'].map((basis) => thresholdBar({ basis: /** @type {'heads'} */ (basis), of: 'approval', need: null, part: basis === 'heads' ? agree.heads : agree.area_dm2, whole: basis === 'heads' ? tally.participants.heads : tally.participants.area_dm2 }))}`)}`;
}

/** @param {Judged[]} judged @param {'participation' | 'approval'} of */
const bars = (judged, of) => judged.map((one) => thresholdBar({ basis: one.basis, of, part: one.part, whole: one.whole, need: one }));

/** In the order in which a ballot names them, then what never came. @param {QuestionResult} one @param {Question} question */
function stateCounts({ counts }, question) {
  const order = [...question.answers, 'unreturned', 'undelivered'];
  const rows = [...order.filter((key) => counts[key]), ...Object.keys(counts).filter((key) => !order.includes(key))];
  return html`<dl class="facts state-counts">${rows.map((key) => html`<dt key=${key}>${stateOf(question, key)}</dt><dd class="numbers">${amount('heads', counts[key]?.heads ?? 0)}${t('date.comma')}${amount('area', counts[key]?.area_dm2 ?? 0)}</dd>`)}</dl>`;
}

/** What became of a ballot. @param {Question} question @param {string} key */
export const stateOf = (question, key) => (['invalid', 'unreturned', 'undelivered'].includes(key) ? t(`ballots.state_of.${/** @type {'invalid'} */ (key)}`) : answerWords(question, key));
