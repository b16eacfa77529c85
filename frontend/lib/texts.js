import { asset } from './assets.js';
import { speak } from './i18n.js';

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

/** @param {Language} language */
export const speakFirst = async (language) => {
  const first = `locales/${language}.first.json`;
  speak(language, await read(asset(first, '') ? first : `locales/${language}.json`));
};

/** @param {Language} language */
export async function speakAll(language) {
  const parts = await Promise.all([read(`locales/${language}.json`), ...[...opened].map((chapter) => read(`locales/${language}.${chapter}.json`))]);
  speak(language, Object.assign({}, ...parts));
}

/** Before a screen of these chapters is drawn. @param {Language} language @param {readonly Chapter[]} chapters */
export async function speakChapters(language, chapters) {
  const fresh = chapters.filter((chapter) => !opened.has(chapter));
  if (!fresh.length) return;
  for (const chapter of fresh) opened.add(chapter);
  await speakAll(language).catch((error) => {
    for (const chapter of fresh) opened.delete(chapter);
    throw error;
  });
}
