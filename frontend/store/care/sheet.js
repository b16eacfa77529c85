import { signal } from '../../vendor/signals.js';
import { momentOf } from '../../lib/calendar.js';
import { accountId } from '../identity/session.js';
import { services } from '../services.js';
import { timeZone, today } from '../sync/outbox.js';
import { newDraft, record } from '../sync/record.js';
import { emptyVisit, visitPayload } from './visit-form.js';

/**
 * A paper sheet being entered: what was ringed at each door, the day it was, and nothing sent until the person
 * says so. It is kept on the phone while it is entered; then each door becomes a visit like any other.
 * @typedef {import('../../types/model.js').Door} Door
 * @typedef {import('../../types/model.js').VisitOutcome} Outcome
 * @typedef {import('../../types/model.js').Stance} Stance
 * @typedef {{ outcome: Outcome, stance: Stance | null }} Entry
 * @typedef {{ canvass: string, building: string, day: string, part: import('../../types/model.js').Part, entries: Record<string, Entry> }} Sheet
 */

/** In the order of the letters on the paper. @type {Outcome[]} */
export const OUTCOMES = ['talked', 'nobody_home', 'ask_again', 'refused', 'moved'];
/** @type {Stance[]} */
export const STANCES = ['support', 'undecided', 'oppose'];

/** @type {import('../../vendor/signals.js').Signal<Sheet | null>} */
export const sheet = signal(null);

/** @param {Pick<Sheet, 'canvass' | 'building'>} of */
const name = ({ canvass, building }) => `sheet:${canvass}:${building}`;

/** @param {string} canvass @param {string} building */
export async function openSheet(canvass, building) {
  const kept = await services.cache.read(accountId.peek() ?? '', name({ canvass, building }));
  sheet.value = kept?.value ?? { canvass, building, day: today.peek(), part: 'evening', entries: {} };
}

/** @param {Partial<Sheet>} part */
export async function changeSheet(part) {
  if (!sheet.value) return;
  const next = { ...sheet.value, ...part };
  sheet.value = next;
  await services.cache.keep(accountId.peek() ?? '', name(next), next);
}

/** What is ringed at a door; the same again takes it back. @param {string} household @param {Entry} entry */
export function ring(household, entry) {
  const entries = { ...sheet.peek()?.entries };
  const before = entries[household];
  if (before && before.outcome === entry.outcome && before.stance === entry.stance) delete entries[household];
  else entries[household] = entry;
  return changeSheet({ entries });
}

/**
 * `1502 t +`: a door, the letter ringed, the stance drawn beside it.
 * @param {string} line
 * @param {Door[]} doors
 * @param {string[]} letters of the outcomes, in their order
 * @returns {{ door: Door, entry: Entry } | { fault: 'line' | 'door' | 'several' }}
 */
export function readLine(line, doors, letters) {
  const [, code = '', letter = '', sign = ''] = /^\s*([\w-]*\d)\s*([^\d\s+~-])\s*([+~-]?)\s*$/u.exec(line) ?? [];
  const outcome = OUTCOMES[letters.findIndex((one) => one.toLowerCase() === letter.toLowerCase())];
  if (!outcome) return { fault: 'line' };
  const found = doors.filter((one) => one.code === code || one.code.endsWith(`-${code}`));
  if (found.length !== 1 || !found[0]) return { fault: found.length ? 'several' : 'door' };
  const stance = outcome === 'talked' ? STANCES[['+', '~', '-'].indexOf(sign)] ?? null : null;
  return { door: found[0], entry: { outcome, stance } };
}

/** Into the outbox, all of it. @param {Door[]} doors @returns {Promise<number>} how many */
export async function recordSheet(doors) {
  const now = sheet.peek();
  if (!now) return 0;
  const { canvass, day, part, entries } = now;
  const happened_at = new Date(Math.min(Date.parse(momentOf(day, part, timeZone.peek())), services.clock.now())).toISOString();
  const ringed = doors.flatMap((door) => {
    const entry = entries[door.household_id];
    return entry ? [{ door, entry }] : [];
  });
  await record(ringed.map(({ door, entry }) => newDraft({
    kind: 'door_visit', order_key: door.household_id, label: door.code, about: canvass,
    payload: visitPayload({ ...emptyVisit(), ...entry }, { canvass_id: canvass, household_id: door.household_id, happened_at, attachments: [] }, timeZone.peek()),
  })));
  await changeSheet({ entries: {} });
  return ringed.length;
}
