import { ofKind } from './log.js';

/**
 * Which ballots count, found from the log's entries alone.
 * @typedef {import('./digests.js').Doc} Doc
 * @typedef {import('./log.js').Entry} Entry
 * @typedef {{ id: string, seq: number, said: Doc }} Ballot
 */

/** All that came in. @param {Entry[]} entries @returns {Ballot[]} */
export const everyBallot = (entries) => [...ofKind(entries, 'ballot.cast'), ...ofKind(entries, 'ballot.recorded')].map(({ seq, subject, private: said }) => ({ id: subject, seq, said: said ?? {} }));

/**
 * Good is what came in time, by a way that decides, was confirmed and not struck out, stands under a standing proxy and was not corrected.
 * @param {Entry[]} entries @param {Doc} notice
 * @returns {Map<string, Ballot>} the elector's code to the ballot
 */
export function countedBallots(entries, notice) {
  const confirmed = new Set(ofKind(entries, 'ballot.confirmed').map((one) => one.public.ballot));
  const struck = struckOut(entries);
  const standing = standingProxies(entries, Number(notice.profile.proxy_limit));
  const every = everyBallot(entries);
  const good = every.filter(({ id, said }) => inTime(said.cast_at, notice) && ways(notice).includes(said.way)
    && (said.way !== 'paper' || confirmed.has(id)) && !struck.has(id) && (said.proxy === undefined || standing.has(said.proxy)));
  const replaced = corrected(every, good);
  /** @type {Map<string, Ballot>} */
  const counted = new Map();
  for (const one of good.filter(({ id }) => !replaced.has(id))) {
    const rival = counted.get(one.said.elector);
    if (!rival || goesBefore(one, rival, notice.mode === 'paper_ledger')) counted.set(one.said.elector, one);
  }
  return counted;
}

/** Papers among them that were recorded after a first result had been published. @param {Entry[]} entries @param {Iterable<Ballot>} counted */
export function latePapers(entries, counted) {
  const [published] = ofKind(entries, 'ballot_round.published');
  return published ? [...counted].filter(({ seq }) => seq > published.seq).length : 0;
}

/** Papers that two people struck out. @param {Entry[]} entries */
function struckOut(entries) {
  const asked = new Map(ofKind(entries, 'ballot_strike.made').map(({ public: said, actor }) => [said.ballot, actor]));
  return new Set(ofKind(entries, 'ballot_strike_agreement.made').filter(({ public: said, actor }) => asked.has(said.ballot) && asked.get(said.ballot) !== actor).map(({ public: said }) => said.ballot));
}

/** What good ballots put right, along the whole chain of what those were to put right. @param {Ballot[]} every @param {Ballot[]} good */
function corrected(every, good) {
  const links = new Map(every.map(({ id, said }) => [id, said.corrects]));
  const found = new Set();
  for (const { id } of good) for (let at = links.get(id); at !== undefined && !found.has(at); at = links.get(at)) found.add(at);
  return found;
}

/** The elector's own first, then signed paper in a paper ledger, then the newest. @param {Ballot} a @param {Ballot} b @param {boolean} ledger */
function goesBefore(a, b, ledger) {
  const ranks = [a, b].map(({ id, said }) => [Number(said.proxy === undefined), Number(ledger && said.way === 'paper'), micros(said.cast_at), Number(said.sequence), id]);
  const [mine = [], other = []] = ranks;
  const at = mine.findIndex((value, index) => value !== other[index]);
  return at >= 0 && (mine[at] ?? 0) > (other[at] ?? 0);
}

/** @param {string} at @param {Doc} notice */
const inTime = (at, notice) => micros(notice.opens_at) <= micros(at) && micros(at) < micros(notice.closes_at);

/** Microseconds of a moment, which a Date would round. @param {string} text */
export function micros(text) {
  const [, seconds = '', fraction = '', zone = 'Z'] = /^([^.Z+]*)(?:\.(\d+))?(.*)$/.exec(text) ?? [];
  return Date.parse(`${seconds}${zone}`) * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

/** @param {Doc} notice @returns {string[]} */
function ways(notice) {
  if (notice.mode === 'official_import') return [];
  return notice.mode === 'paper_ledger' && notice.profile.phone_binds !== 'true' ? ['paper'] : ['paper', 'phone'];
}

/** Each elector's newest proxy unless revoked; of a holder's, those within the limit. @param {Entry[]} entries @param {number} limit */
function standingProxies(entries, limit) {
  const revoked = new Set(ofKind(entries, 'proxy_revocation.made').map((one) => one.public.authorization));
  const newest = new Map();
  const made = ofKind(entries, 'proxy_authorization.made').sort((a, b) => Number(a.private?.sequence) - Number(b.private?.sequence));
  for (const one of made) newest.set(one.private?.elector, one);
  const carried = new Map();
  const standing = new Set();
  for (const { subject, private: said } of made.filter((one) => newest.get(one.private?.elector) === one && !revoked.has(one.subject))) {
    carried.set(said?.holder, (carried.get(said?.holder) ?? 0) + 1);
    if (carried.get(said?.holder) <= limit) standing.add(subject);
  }
  return standing;
}
