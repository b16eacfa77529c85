import { day, number, t, tCode } from '../../../lib/i18n.js';
import { squareMetres } from '../../../lib/money.js';

/**
 * Rounds, rules and answers in words that everybody understands.
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Question} Question
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Threshold} Threshold
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').RoundCard} RoundCard
 */

/** @param {string} state */
export const stateWords = (state) => tCode('ballots.state', state, 'ballots.state.other');

/** The mark a state is told by, besides its words. @type {Record<string, string>} */
const MARKS = { draft: 'draft', noticed: 'waiting', open: 'talked', closed: 'tried', counted: 'tried', on_notice: 'undecided', final: 'talked', annulled: 'left_alone', withdrawn: 'left_alone' };

/** @param {string} state */
export const markOf = (state) => MARKS[state] ?? 'none';

/** An answer as it is said: of a choice, its option. @param {Question} question @param {string} answer */
export function answerWords({ kind, options }, answer) {
  const option = options.find(({ key }) => key === answer);
  if (option) return option.title;
  return tCode(`ballots.answer.${kind}`, answer, 'ballots.answer.other');
}

/** The answers that a phone offers: only paper can be spoilt. @param {Question} question */
export const offered = ({ answers }) => answers.filter((answer) => answer !== 'invalid');

const NAMED = /** @type {const} */ (['1_2', '2_3', '3_4']);

/** Two thirds. @param {{ numerator: number, denominator: number }} part */
export function fractionWords({ numerator, denominator }) {
  const named = NAMED.find((one) => one === `${numerator}_${denominator}`);
  return named ? t(`ballots.part.${named}`) : t('ballots.part.other', { n: numerator, of: denominator });
}

/** What is asked of one half of a rule, both bases in one sentence where they are alike. @param {Threshold[]} rule @param {'participation' | 'approval'} of */
export function ruleWords(rule, of) {
  const rows = rule.filter((one) => one.of === of);
  const [first] = rows;
  if (!first) return '';
  const alike = rows.every((one) => one.numerator === first.numerator && one.denominator === first.denominator && one.strict === first.strict);
  if (alike && rows.length > 1) return t(`ballots.rule.${of}`, { least: leastWords(first, of) });
  return rows.map((one) => t(`ballots.rule.${of}_${one.basis}`, { least: leastWords(one, of) })).join(t('date.comma'));
}

/** @param {Pick<Threshold, 'numerator' | 'denominator' | 'strict'>} one @param {'participation' | 'approval'} of */
export const leastWords = (one, of) => t(one.strict ? 'ballots.more_than' : 'ballots.at_least', { part: fractionWords(one), whole: t(`ballots.whole.${of}`) });

/** Heads as they are, area in square metres. @param {'heads' | 'area'} basis @param {number} value */
export const amount = (basis, value) => (basis === 'heads' ? t('ballots.heads', { n: number(value) }) : t('ballots.area', { m2: squareMetres(value) }));

/** @param {string} from @param {string} to days */
export const daysWords = (from, to) => t('ballots.from_to', { from: shortDay(from), to: shortDay(to) });

/** @param {string} date */
export const shortDay = (date) => day(date, { month: 'long', day: 'numeric' });

/** What keeps a question from going on notice. @param {import('../../../store/deliberation/ballots/rounds.js').Schemas['StillMissingOut']} one */
export const missingWords = ({ what, question }) => t(`ballots.missing.${what}`, { n: question });
