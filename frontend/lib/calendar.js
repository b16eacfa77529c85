/** Days and parts of the day in the community's time zone, never in the phone's or in UTC. */

/** @typedef {'morning' | 'afternoon' | 'evening'} Part */

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {string} timeZone */
function formatFor(timeZone) {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
}

/** @param {number} ms @param {string} timeZone */
function partsOf(ms, timeZone) {
  return Object.fromEntries(formatFor(timeZone).formatToParts(ms).map(({ type, value }) => [type, value]));
}

/**
 * @param {number} ms
 * @param {string} timeZone
 * @returns {string} the date there, `2026-03-08`
 */
export function dateIn(ms, timeZone) {
  const { year, month, day } = partsOf(ms, timeZone);
  return `${year}-${month}-${day}`;
}

/**
 * @param {number} ms
 * @param {string} timeZone
 * @returns {string} the time there, `18:05`
 */
export function timeIn(ms, timeZone) {
  const { hour, minute } = partsOf(ms, timeZone);
  return `${hour}:${minute}`;
}

/**
 * @param {number} ms
 * @param {string} timeZone
 * @returns {Part}
 */
export function partOfDay(ms, timeZone) {
  const hour = Number(partsOf(ms, timeZone).hour);
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}

/** @param {string} date `2026-03-08` @param {number} days */
export function addDays(date, days) {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** When a part of the day is at hand: what a volunteer means by "tomorrow evening". @type {Record<Part, string>} */
const HOUR_OF = { morning: '10:00', afternoon: '15:00', evening: '19:00' };

/**
 * @param {string} date `2026-03-08`
 * @param {Part | null} part any time of the day means its end
 * @param {string} timeZone
 * @returns {string} that moment there, RFC 3339 UTC
 */
export const momentOf = (date, part, timeZone) => momentAt(date, part ? HOUR_OF[part] : '21:00', timeZone);

/** @param {string} date @param {string} time `19:00` @param {string} timeZone @returns {string} that moment there, RFC 3339 UTC */
export function momentAt(date, time, timeZone) {
  const guess = Date.parse(`${date}T${time}:00Z`);
  const shown = Date.parse(`${dateIn(guess, timeZone)}T${timeIn(guess, timeZone)}:00Z`);
  return new Date(guess - (shown - guess)).toISOString();
}

/**
 * Milliseconds from `ms` until the day ends there. Whole minutes are enough for what expires at midnight.
 * @param {number} ms
 * @param {string} timeZone
 */
export function msLeftOfDay(ms, timeZone) {
  const { hour, minute } = partsOf(ms, timeZone);
  return (24 * 60 - Number(hour) * 60 - Number(minute)) * 60_000;
}

/**
 * Nobody was home: another part of the day than the one tried, on the next day that has it.
 * @param {number} ms when the door was knocked
 * @param {string} timeZone
 * @returns {{ date: string, part: Part }}
 */
export function otherTime(ms, timeZone) {
  const tried = partOfDay(ms, timeZone);
  const today = dateIn(ms, timeZone);
  if (tried === 'evening') return { date: addDays(today, 1), part: 'morning' };
  return tried === 'morning' ? { date: today, part: 'evening' } : { date: addDays(today, 1), part: 'evening' };
}
