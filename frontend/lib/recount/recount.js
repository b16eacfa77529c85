import { canonical, commitmentOf, digestOf } from './digests.js';
import { countedBallots, everyBallot, latePapers } from './counted.js';
import { lastStep, numbers, ownReceipts, pinnedHead } from './left-out.js';
import { objections, order } from './order.js';
import { ofKind, readEntries, rootsOf, sameRoot } from './log.js';
import { signedHead } from './signed.js';
import { unreturned } from './unreturned.js';
import { count, readCounts, resultOf, sum } from './tally.js';
import { unzip } from './unzip.js';

/**
 * A round counted once more from its archive, by the browser alone.
 * @typedef {import('./digests.js').Doc} Doc
 * @typedef {'readable' | 'signature' | 'root' | 'entries' | 'numbers' | 'state' | 'order' | 'objections' | 'head' | 'receipts' | 'notice' | 'electorate' | 'complete' | 'answers' | 'counts' | 'result'} Check
 * @typedef {'good' | 'wrong' | 'not_here' | 'none' | 'older'} Finding none: there is nothing to compare with
 * @typedef {{ check: Check, found: Finding, what: string[] }} Step what differs, by places, ids or questions
 */

/**
 * @typedef {object} Shown what the screen shows, and what this phone kept from before the archive was asked for
 * @property {string} key the community's verifier key
 * @property {string} result digest of the result
 * @property {string} state of the round
 * @property {import('../pins.js').Head} [head] the last head of the log that this phone saw
 * @property {import('./left-out.js').Receipt[]} receipts of own ballots in this round
 */

/**
 * @param {SubtleCrypto} subtle @param {ArrayBuffer} archive
 * @param {Shown} shown
 * @returns {Promise<Step[]>} every check that was reached
 */
export async function recount(subtle, archive, shown) {
  /** @type {Step[]} */
  const steps = [];
  try {
    await go(subtle, await unzip(archive), shown, (check, what, found) => steps.push({ check, what, found: found ?? (what.length ? 'wrong' : 'good') }));
  } catch (error) {
    steps.push({ check: 'readable', found: 'wrong', what: [String(error instanceof Error ? error.message : error)] });
  }
  return steps;
}

/** @typedef {(check: Check, wrong: string[], found?: Finding) => unknown} Tell */

/** @param {SubtleCrypto} subtle @param {Map<string, Uint8Array>} files @param {Shown} shown @param {Tell} tell */
async function go(subtle, files, shown, tell) {
  const [hashes, lines] = [bytesOf(files, 'leaf-hashes.bin'), linesOf(files, 'facts.jsonl')];
  const [notice, electorate, result] = ['round.json', 'electorate.json', 'result.json'].map((name) => JSON.parse(textOf(files, name)));
  const head = await signedHead(subtle, textOf(files, 'checkpoint.txt'), shown.key);
  tell('signature', [], head.signed === 'bad' ? 'wrong' : head.signed);
  const { root, before } = await rootsOf(subtle, hashes, shown.head?.size);
  tell('root', head.size * 32 === hashes.length && sameRoot(root, head.root) ? [] : [head.root]);
  const { entries, wrong } = await readEntries(subtle, lines, hashes);
  tell('entries', [...wrong, ...elsewhere(lines, notice.round)].map(String));
  const epoch = head.origin.split('/').at(-1) ?? '';
  const course = { numbers: numbers(entries, notice.round), state: lastStep(entries, shown.state), order: order(entries), objections: objections(entries), head: pinnedHead(shown.head, head.size, epoch, before), receipts: ownReceipts(entries, head.size, epoch, shown.receipts) };
  for (const [check, { found, what }] of Object.entries(course)) tell(/** @type {Check} */ (check), what, found);
  const said = (/** @type {string} */ kind) => ofKind(entries, kind).at(-1)?.public ?? {};
  tell('notice', differs(await digestOf(subtle, notice), said('ballot_round.noticed').digest));
  tell('electorate', differs(await digestOf(subtle, electorate), said('ballot_round.opened').electorate));
  const { found, late = 0 } = result.source === 'official' ? { found: await official(subtle, files, notice, electorate, said('official_result.imported').figures, tell) }
    : await returned(subtle, { entries, notice, electorate, said: said('ballot_round.counted'), files, lines: linesOf(files, 'ballots.jsonl') }, tell);
  const uneven = notice.questions.filter((/** @type {Doc} */ _question, /** @type {number} */ at) => canonical(found[at]) !== canonical(result.questions[at])).map((/** @type {Doc} */ { words }) => words);
  tell('counts', [...uneven, ...(Number(result.late_papers ?? 0) === late ? [] : [`${result.late_papers ?? 0} ≠ ${late}`])]);
  const told = await digestOf(subtle, result);
  tell('result', [...differs(told, said('ballot_round.counted').result), ...differs(told, shown.result)]);
}

/** @param {string} found @param {string | undefined} told */
const differs = (found, told) => (found === told ? [] : [found]);

/** Entries that are not of this round. @param {Doc[]} lines @param {string} round */
const elsewhere = (lines, round) => lines.filter(({ leaf }) => {
  const { subject, public: said } = JSON.parse(leaf);
  return subject !== `ballot_round:${round}` && said.round !== round;
}).map(({ seq }) => seq);

/** @param {Doc} electorate @returns {Map<string, bigint>} */
const areasOf = (electorate) => new Map(electorate.electors.map((/** @type {Doc} */ { elector, area_dm2 }) => [elector, BigInt(area_dm2)]));

/** @param {SubtleCrypto} subtle @param {{ entries: import('./log.js').Entry[], notice: Doc, electorate: Doc, said: Doc, files: Map<string, Uint8Array>, lines: Doc[] }} given @param {Tell} tell */
async function returned(subtle, { entries, notice, electorate, said, files, lines }, tell) {
  const ids = everyBallot(entries).map(({ id }) => id).sort();
  const { brought, wrong } = await unreturned(subtle, files, entries, said.unreturned);
  tell('complete', [...differs(await digestOf(subtle, ids), said.ballots_digest), ...wrong]);
  const answers = new Map();
  const changed = [];
  const opened = new Map(lines.map((line) => [line.ballot, line]));
  const counted = countedBallots(entries, notice);
  for (const [elector, { id, said: cast }] of counted) {
    const line = opened.get(id);
    if (!line || (await commitmentOf(subtle, line.salt, canonical(line.answers))) !== cast.answers) changed.push(id);
    if (line) answers.set(elector, line.answers);
    opened.delete(id);
  }
  tell('answers', [...changed, ...opened.keys()]);
  const found = notice.questions.map((/** @type {Doc} */ question) => resultOf(question, count(question, areasOf(electorate), answers, brought), 'follow_majority' in notice));
  return { found, late: latePapers(entries, counted.values()) };
}

/** @param {SubtleCrypto} subtle @param {Map<string, Uint8Array>} files @param {Doc} notice @param {Doc} electorate @param {string} recorded @param {Tell} tell */
async function official(subtle, files, notice, electorate, recorded, tell) {
  const figures = JSON.parse(textOf(files, 'official.json'));
  const areas = [...areasOf(electorate).values()];
  const base = sum(areas.map((area) => ({ heads: 1n, area })));
  const uneven = notice.questions.filter((/** @type {Doc} */ { question }) => {
    const all = sum(readCounts(figures[question]).values());
    return all.heads !== base.heads || all.area !== base.area;
  }).map((/** @type {Doc} */ { words }) => words);
  tell('complete', [...differs(await digestOf(subtle, figures), recorded), ...uneven]);
  return notice.questions.map((/** @type {Doc} */ question) => resultOf(question, readCounts(figures[question.question]), 'follow_majority' in notice));
}

/** @param {Map<string, Uint8Array>} files @param {string} name */
function bytesOf(files, name) {
  const found = files.get(name);
  if (!found) throw new RangeError(`${name} is missing`);
  return found;
}

/** @param {Map<string, Uint8Array>} files @param {string} name */
const textOf = (files, name) => new TextDecoder().decode(bytesOf(files, name));

/** @param {Map<string, Uint8Array>} files @param {string} name @returns {Doc[]} */
const linesOf = (files, name) => textOf(files, name).split('\n').filter(Boolean).map((line) => JSON.parse(line));
