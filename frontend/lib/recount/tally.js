/**
 * The tally in exact integers: weights by answer, thresholds by cross-multiplication.
 * @typedef {import('./digests.js').Doc} Doc
 * @typedef {{ heads: bigint, area: bigint }} Weight area in dm²
 * @typedef {Map<string, Weight>} Counts
 */

const OUTSIDE = ['invalid', 'unreturned', 'undelivered'];
const NOTHING = { heads: 0n, area: 0n };

/** @param {Weight} a @param {Weight} b */
const plus = (a, b) => ({ heads: a.heads + b.heads, area: a.area + b.area });
/** @param {Iterable<Weight>} weights */
export const sum = (weights) => [...weights].reduce(plus, NOTHING);
/** @param {Weight} weight */
const told = ({ heads, area }) => ({ heads: `${heads}`, area_dm2: `${area}` });
/** @param {Doc} counts as a document tells them @returns {Counts} */
export const readCounts = (counts) => new Map(Object.entries(counts).map(([answer, { heads, area_dm2 }]) => [answer, { heads: BigInt(heads), area: BigInt(area_dm2) }]));

/**
 * @param {Doc} question @param {Map<string, bigint>} areas by elector @param {Map<string, Doc>} answers by elector @param {Set<string>} delivered
 * @returns {Counts} every elector stands in one
 */
export function count(question, areas, answers, delivered) {
  const options = question.options.length ? question.options.map((/** @type {Doc} */ { key }) => key) : ['agree'];
  /** @type {Counts} */
  const counts = new Map([...options, 'oppose', 'abstain', ...OUTSIDE].map((answer) => [answer, NOTHING]));
  for (const [elector, area] of areas) {
    const state = answers.get(elector)?.[question.question] ?? (delivered.has(elector) ? 'unreturned' : 'undelivered');
    counts.set(state, plus(counts.get(state) ?? NOTHING, { heads: 1n, area }));
  }
  return counts;
}

/** A question's part of the result. @param {Doc} question @param {Counts} counts @param {boolean} clause whether those who did not return follow @returns {Doc} */
export function resultOf(question, counts, clause) {
  const result = { question: question.question, kind: question.kind, preset: question.preset, counts: Object.fromEntries([...counts].map(([answer, weight]) => [answer, told(weight)])), returned: judged(question, counts) };
  if (!clause) return result;
  const leader = leaderOf(counts);
  return { ...result, following: judged(question, leader ? following(counts, leader) : counts), ...(leader ? { follows: leader } : {}) };
}

/** @param {Doc} question @param {Counts} counts @returns {Doc} */
function judged(question, counts) {
  const whole = sum(counts.values());
  const part = sum([...counts].filter(([answer]) => !OUTSIDE.includes(answer)).map(([, weight]) => weight));
  const participation = held(question, 'participation', part, whole);
  const approval = question.kind === 'yes_no' ? held(question, 'approval', counts.get('agree') ?? NOTHING, part) : [];
  const options = question.kind === 'yes_no' ? [] : ranked(question, counts, part);
  const winner = question.kind === 'yes_no' ? (allMet(approval) ? 'agree' : null) : options.find((one) => allMet(one.approval))?.option ?? null;
  const outcome = outcomeOf(question, participation, winner !== null);
  const base = { electorate: told(whole), participants: told(part), participation, approval, options, outcome, run_off: [], run_off_tied: 'false' };
  return question.kind === 'choice' ? { ...base, ...choiceSettled(outcome, options, winner, part) } : base;
}

/** @param {Doc} question @param {Doc[]} participation @param {boolean} won */
function outcomeOf(question, participation, won) {
  if (!question.rule.some((/** @type {Doc} */ row) => row.of === 'approval')) return 'reported';
  if (!allMet(participation)) return 'no_quorum';
  return won ? 'passed' : 'failed';
}

/** @param {string} outcome @param {Doc[]} options @param {string | null} winner @param {Weight} part @returns {Doc} */
function choiceSettled(outcome, options, winner, part) {
  if (outcome === 'passed') return { passed: winner };
  if (outcome === 'reported' || part.heads === 0n) return {};
  const [, second, third] = options;
  const tied = Boolean(third) && third?.agree.heads === second?.agree.heads && third?.agree.area_dm2 === second?.agree.area_dm2;
  return { run_off: options.slice(0, 2).map(({ option }) => option), run_off_tied: `${tied}` };
}

/** Options by their weaker base, then their stronger; the published order breaks ties. @param {Doc} question @param {Counts} counts @param {Weight} part @returns {Doc[]} */
function ranked(question, counts, part) {
  const standing = (/** @type {string} */ key) => {
    const { heads, area } = counts.get(key) ?? NOTHING;
    const [h, a] = [heads * part.area, area * part.heads];
    return h < a ? [h, a] : [a, h];
  };
  const keys = question.options.map((/** @type {Doc} */ one) => String(one.key)).sort((/** @type {string} */ x, /** @type {string} */ y) => {
    const [[x1 = 0n, x2 = 0n], [y1 = 0n, y2 = 0n]] = [standing(x), standing(y)];
    return x1 === y1 ? Number(y2 > x2) - Number(y2 < x2) : Number(y1 > x1) - Number(y1 < x1);
  });
  return keys.map((/** @type {string} */ option) => ({ option, agree: told(counts.get(option) ?? NOTHING), approval: held(question, 'approval', counts.get(option) ?? NOTHING, part) }));
}

/** @param {Doc} question @param {string} of @param {Weight} part @param {Weight} whole @returns {Doc[]} */
const held = (question, of, part, whole) => question.rule.filter((/** @type {Doc} */ row) => row.of === of)
  .map((/** @type {Doc} */ row) => (row.basis === 'heads' ? threshold(row, part.heads, whole.heads) : threshold(row, part.area, whole.area)));

/** @param {Doc} row @param {bigint} part @param {bigint} whole @returns {Doc} */
function threshold({ basis, numerator, denominator, strict }, part, whole) {
  const [need, below] = [whole * BigInt(numerator), BigInt(denominator)];
  const least = strict === 'true' ? need / below + 1n : (need + below - 1n) / below;
  const met = whole > 0n && (strict === 'true' ? part * below > need : part * below >= need);
  return { basis, numerator, denominator, strict, part: `${part}`, whole: `${whole}`, least: `${least}`, missing: `${least > part ? least - part : 0n}`, met: `${met}` };
}

/** The answer ahead of every other on both bases. @param {Counts} counts */
function leaderOf(counts) {
  const cast = [...counts].filter(([answer]) => !OUTSIDE.includes(answer));
  const ahead = cast.find(([answer, weight]) => weight.heads > 0n && cast.every(([other, rival]) => other === answer || (weight.heads > rival.heads && weight.area > rival.area)));
  return ahead?.[0] ?? null;
}

/** @param {Counts} counts @param {string} leader @returns {Counts} */
const following = (counts, leader) => new Map([...counts].map(([answer, weight]) => {
  if (answer === leader) return [answer, plus(weight, counts.get('unreturned') ?? NOTHING)];
  return [answer, answer === 'unreturned' ? NOTHING : weight];
}));

/** @param {Doc[]} rows */
const allMet = (rows) => rows.every(({ met }) => met === 'true');
