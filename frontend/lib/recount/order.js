import { LEADS } from './left-out.js';
import { ofKind } from './log.js';

/**
 * Whether a round's entries stand in an order in which a round can happen: as `linli verify` judges it, by their
 * places in the signed log, for clocks are set and places are not.
 * @typedef {import('./log.js').Entry} Entry
 * @typedef {import('./left-out.js').Found} Found
 */

const ROUND = 'ballot_round.';
/** What may come after which step, from the closing on. @type {Record<string, string[]>} */
const FOLLOWS = { closed: ['counted', 'annulled'], counted: ['published', 'annulled'], published: ['recounted', 'final', 'annulled'], recounted: ['counted', 'annulled'], final: ['unsettled'], unsettled: ['unsettled'], annulled: [] };
/** After these paper, confirmations, deliveries and official figures are still recorded. */
const TAKES_ENTRIES = ['closed', 'recounted'];
const ANY_TIME = ['objection', 'objection_answer'];

/** What every round that was counted has gone through. */
const BEGINNING = ['noticed', 'opened', 'closed'];

/** @param {Entry} entry */
const placeOf = ({ seq }) => String(seq);

/**
 * Noticed once, then opened once, then every ballot; then what can follow the closing, up to the last step.
 * @param {Entry[]} entries
 * @returns {Found} the places of entries that cannot stand there, or the state that was never come to
 */
export function order(entries) {
  const [notices = [], openings = [], closings = []] = BEGINNING.map((verb) => ofKind(entries, ROUND + verb));
  const [[noticed], [opened], [closed]] = [notices, openings, closings];
  if (!noticed || !opened || !closed) return judged(BEGINNING.filter((verb) => !ofKind(entries, ROUND + verb).length).map((verb) => LEADS[verb] ?? verb));
  const twice = [...notices.slice(1), ...openings.slice(1)];
  const before = [noticed, opened].filter(({ seq }, at) => seq > (at ? closed : opened).seq);
  const cast = ofKind(entries, 'ballot.cast');
  const early = [...cast, ...ofKind(entries, 'ballot.recorded')].filter(({ seq }) => seq < opened.seq);
  const late = cast.filter(({ seq }) => seq > closed.seq);
  return judged([...new Set([...[...twice, ...before, ...early, ...late].map(placeOf), ...following(entries.filter(({ seq }) => seq > closed.seq))])]);
}

/** What cannot follow the step before it, and a count that was to come. @param {Entry[]} entries after the closing */
function following(entries) {
  let state = 'closed';
  const wrong = [];
  for (const entry of entries) {
    const [table = '', verb = ''] = entry.kind.split('.');
    const follows = table === 'ballot_round' ? FOLLOWS[state]?.includes(verb) : ANY_TIME.includes(table) || TAKES_ENTRIES.includes(state);
    if (!follows) wrong.push(placeOf(entry));
    if (follows && table === 'ballot_round') state = verb;
  }
  return TAKES_ENTRIES.includes(state) ? [...wrong, 'counted'] : wrong;
}

/**
 * A round is counted again when an objection was upheld since the last count, and a result becomes final when none
 * waits for its answer and none was upheld. Of a round of before there were numbers the archive has no objections.
 * @param {Entry[]} entries
 * @returns {Found} the places of steps that the objections before them do not let happen, and of those objections
 */
export function objections(entries) {
  if (!entries.some(({ number }) => number)) return { found: 'none', what: [] };
  /** @type {Map<string, Entry>} */
  const waiting = new Map();
  /** @type {Entry | null} */
  let upheld = null;
  const wrong = [];
  for (const entry of entries) {
    const { kind, subject, public: said } = entry;
    if (kind === 'objection.raised') waiting.set(subject, entry);
    if (kind === 'objection_answer.made') {
      waiting.delete(said.objection);
      if (said.upheld === 'true') upheld = entry;
    }
    if (kind === `${ROUND}counted`) upheld = null;
    if (kind === `${ROUND}recounted` && !upheld) wrong.push(entry);
    if (kind === `${ROUND}final`) {
      const over = [...waiting.values(), ...(upheld ? [upheld] : [])];
      if (over.length) wrong.push(...over, entry);
    }
  }
  return judged(wrong.map(placeOf));
}

/** @param {string[]} what @returns {Found} */
const judged = (what) => ({ found: what.length ? 'wrong' : 'good', what });
