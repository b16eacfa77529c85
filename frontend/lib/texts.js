import { asset } from './assets.js';
import { language as spokenNow, speak } from './i18n.js';

/**
 * Where the texts come from. What everybody reads stands in `<language>.json`; what only some screens say
 * stands in a chapter, `<language>.<chapter>.json`, whose keys begin with its name; what several of the
 * screens say that are opened now and then stands in `seldom`, by its own names. The packed app has what
 * the first screen says in a file of its own too (`first`).
 * @typedef {import('./i18n.js').Language} Language
 * @typedef {import('./i18n.js').Text} Text
 * @typedef {'seldom' | 'office' | 'editions' | 'my_record' | 'deliberation' | 'ballots' | 'representatives' | 'proposals' | 'sessions' | 'comparison_lists' | 'cost_plans' | 'feedback'} Chapter
 */

/** Chapters whose screens were opened: their texts go along when the language changes. @type {Set<Chapter>} */
const opened = new Set();

/** What the packed page holds itself, so that nothing is asked for. @param {string} name @returns {Record<string, Text> | null} */
function brought(name) {
  const block = document.querySelector(`script[data-texts="${name}"]`);
  return block && JSON.parse(block.textContent ?? '');
}

/** @param {string} name @returns {Promise<Record<string, Text>>} */
const read = async (name) => brought(name) ?? (await fetch(asset(name))).json();

/** The language last asked for, which may still be on its way. @type {Language} */
let wanted = 'zh-CN';
/** @type {Promise<void>} */
let latest = Promise.resolve();

/** @param {Language} language */
export function speakFirst(language) {
  const first = `locales/${language}.first.json`;
  return speakLast(language, () => read(asset(first, '') ? first : `locales/${language}.json`));
}

/** @param {Language} [language] */
export const speakAll = (language = wanted) => speakLast(language, async () => {
  const parts = await Promise.all([read(`locales/${language}.json`), ...[...opened].map((chapter) => read(`locales/${language}.${chapter}.json`))]);
  return Object.assign({}, ...parts);
});

/** Before a screen of these chapters is drawn. @param {readonly Chapter[]} chapters */
export async function speakChapters(chapters) {
  const fresh = chapters.filter((chapter) => !opened.has(chapter));
  // What somebody else asked for may still be on its way: known is not yet spoken.
  if (!fresh.length) return latest;
  for (const chapter of fresh) opened.add(chapter);
  await speakAll().catch((error) => {
    for (const chapter of fresh) opened.delete(chapter);
    throw error;
  });
}

/**
 * Speaks what was asked for last, whichever arrives last; what was overtaken waits for what overtook it.
 * @param {Language} language
 * @param {() => Promise<Record<string, Text>>} load
 */
function speakLast(language, load) {
  wanted = language;
  /** @type {Promise<void>} */
  const mine = load().then((texts) => (latest === mine ? speak(language, texts) : latest)).catch((error) => {
    if (latest === mine) [wanted, latest] = [spokenNow(), Promise.resolve()];
    throw error;
  });
  latest = mine;
  return mine;
}
