import { signal } from '../vendor/signals.js';

/**
 * @typedef {keyof typeof import('../locales/zh-CN.json')} MainKey
 * @typedef {keyof typeof import('../locales/zh-CN.seldom.json')} SeldomKey
 * @typedef {keyof typeof import('../locales/zh-CN.office.json')} OfficeKey
 * @typedef {keyof typeof import('../locales/zh-CN.editions.json')} EditionsKey
 * @typedef {keyof typeof import('../locales/zh-CN.my_record.json')} MyRecordKey
 * @typedef {keyof typeof import('../locales/zh-CN.deliberation.json')} DeliberationKey
 * @typedef {keyof typeof import('../locales/zh-CN.ballots.json')} BallotsKey
 * @typedef {keyof typeof import('../locales/zh-CN.representatives.json')} RepresentativesKey
 * @typedef {keyof typeof import('../locales/zh-CN.proposals.json')} ProposalsKey
 * @typedef {keyof typeof import('../locales/zh-CN.sessions.json')} SessionsKey
 * @typedef {keyof typeof import('../locales/zh-CN.comparison_lists.json')} ComparisonListsKey
 * @typedef {keyof typeof import('../locales/zh-CN.cost_plans.json')} CostPlansKey
 * @typedef {keyof typeof import('../locales/zh-CN.feedback.json')} FeedbackKey
 * @typedef {MainKey | SeldomKey | OfficeKey | EditionsKey | MyRecordKey | DeliberationKey | BallotsKey | RepresentativesKey | ProposalsKey | SessionsKey | ComparisonListsKey | CostPlansKey | FeedbackKey} Key
 * @typedef {'zh-CN' | 'en'} Language
 * @typedef {string | { one: string, other: string }} Text
 */

/** @type {Language[]} */
export const LANGUAGES = ['zh-CN', 'en'];

/** @type {import('../vendor/signals.js').Signal<{ language: Language, texts: Record<string, Text> }>} */
const current = signal({ language: 'zh-CN', texts: {} });

export const language = () => current.value.language;

/**
 * @param {Language} spoken
 * @param {Record<string, Text>} texts
 */
export function speak(spoken, texts) {
  current.value = { language: spoken, texts };
}

/**
 * The text of a key in the language spoken now. `{name}` takes `values.name`; a text with `one` and
 * `other` chooses by `values.n`.
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function t(key, values = {}) {
  const { language: spoken, texts } = current.value;
  const text = texts[key] ?? key;
  const chosen = typeof text === 'string' ? text : text[form(spoken, Number(values.n))];
  return chosen.replace(/\{(\w+)\}/g, (_whole, /** @type {string} */ name) => String(values[name] ?? ''));
}

/** @param {Language} spoken @param {number} n */
const form = (spoken, n) => (new Intl.PluralRules(spoken).select(n) === 'one' ? 'one' : 'other');

/**
 * A text whose key ends in a code the server sent; `fallback` when the code is newer than this program.
 * @param {string} prefix
 * @param {string} code
 * @param {Key} fallback
 */
export function tCode(prefix, code, fallback) {
  const key = /** @type {Key} */ (`${prefix}.${code}`);
  return t(current.value.texts[key] ? key : fallback, { code });
}

/**
 * Our own words for a code, where we have any.
 * @param {string} prefix
 * @param {string} code
 */
export function tKnown(prefix, code) {
  const key = /** @type {Key} */ (`${prefix}.${code}`);
  return current.value.texts[key] ? t(key) : null;
}

/** @param {number} n */
export const number = (n) => new Intl.NumberFormat(current.value.language).format(n);

/**
 * @param {string} date `2026-03-08`
 * @param {Intl.DateTimeFormatOptions} [how]
 */
export const day = (date, how = { month: 'long', day: 'numeric', weekday: 'short' }) =>
  new Intl.DateTimeFormat(current.value.language, { ...how, timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`));

/**
 * @param {number} ms
 * @param {string} timeZone
 */
export const moment = (ms, timeZone) =>
  new Intl.DateTimeFormat(current.value.language, {
    timeZone, month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).format(ms);
