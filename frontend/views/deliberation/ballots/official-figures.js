import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { dm2Of } from '../../../lib/money.js';
import { textField, wrongLine } from '../../../ui/field.js';
import { stateOf } from './question-result.js';
import { amount } from './words.js';

/**
 * The figures of one question as the official system tells them: owners and area for every answer, and for
 * those who took no part. Together they are the frozen electorate, or something was copied wrongly.
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Question} Question
 * @typedef {Record<string, string>} Figures what was typed, by question, answer and basis
 */

const BASES = /** @type {const} */ (['heads', 'area']);

/** @param {Question} question */
const rowsOf = (question) => [...question.answers, 'unreturned', 'undelivered'];
/** @param {Question} question @param {string} row @param {'heads' | 'area'} basis */
const keyOf = (question, row, basis) => `${question.id}/${row}/${basis}`;

/** Nothing typed is nought; null when it is no figure. @param {string | undefined} text @param {'heads' | 'area'} basis */
function figureOf(text, basis) {
  const typed = (text ?? '').trim();
  if (!typed) return 0;
  if (basis === 'area') return dm2Of(typed);
  return /^\d{1,8}$/.test(typed) ? Number(typed) : null;
}

/** @param {Figures} figures @param {Question} question @param {'heads' | 'area'} basis */
const sumOf = (figures, question, basis) => rowsOf(question).reduce((sum, row) => sum + (figureOf(figures[keyOf(question, row, basis)], basis) ?? 0), 0);

/** @param {Figures} figures @param {Question} question */
export const figuresOf = (figures, question) => Object.fromEntries(rowsOf(question).map((row) => [row, {
  heads: figureOf(figures[keyOf(question, row, 'heads')], 'heads') ?? 0,
  area_dm2: figureOf(figures[keyOf(question, row, 'area')], 'area') ?? 0,
}]));

/** @param {Figures} figures @param {Question} question @param {Round} round @returns {Record<string, string>} */
export function figuresErrors(figures, question, round) {
  const wrong = rowsOf(question).flatMap((row) => BASES.map((basis) => keyOf(question, row, basis))).filter((key) => figureOf(figures[key], key.endsWith('/heads') ? 'heads' : 'area') === null);
  if (wrong.length) return Object.fromEntries(wrong.map((key) => [key, t('ballots.error.figure')]));
  const whole = round.electorate;
  const fits = whole && sumOf(figures, question, 'heads') === whole.heads && sumOf(figures, question, 'area') === whole.area_dm2;
  return fits ? {} : { [question.id]: t('ballots.error.not_the_electorate') };
}

/** @param {{ question: Question, round: Round, figures: Figures, errors: Record<string, string>, change: (figures: Figures) => unknown }} how */
export const figuresStep = ({ question, round, figures, errors, change }) => html`<div class="stack"><h2>${question.words}</h2>
  <p class="soft">${t('ballots.official_figures_more')}</p>
  ${rowsOf(question).map((row) => html`<fieldset key=${row}><legend class="label">${stateOf(question, row)}</legend><div class="pair">${BASES.map((basis) => {
    const id = keyOf(question, row, basis);
    return textField({ id, label: t(`ballots.official_of.${basis}`), value: figures[id] ?? '', error: errors[id], inputmode: basis === 'heads' ? 'numeric' : 'decimal', maxlength: 16, onInput: (typed) => change({ ...figures, [id]: typed }) });
  })}</div></fieldset>`)}
  ${wrongLine(question.id, errors[question.id])}
  <dl class="facts">
    <dt>${t('ballots.official_sum')}</dt><dd class="numbers">${amount('heads', sumOf(figures, question, 'heads'))}${t('date.comma')}${amount('area', sumOf(figures, question, 'area'))}</dd>
    ${round.electorate ? html`<dt>${t('ballots.official_whole')}</dt><dd class="numbers">${amount('heads', round.electorate.heads)}${t('date.comma')}${amount('area', round.electorate.area_dm2)}</dd>` : null}</dl></div>`;
