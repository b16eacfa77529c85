import { asset } from './assets.js';
import { speak } from './i18n.js';

/**
 * Where the texts come from. The source keeps each language in one file; the packed app has what the first
 * screen says (`first`) and what only the office's screens say (`office`) in files of their own.
 * @typedef {import('./i18n.js').Language} Language
 * @typedef {import('./i18n.js').Text} Text
 */

/** Office screens were opened: their texts go along when the language changes. */
let withOffice = false;

/** @param {string} name @returns {Promise<Record<string, Text>>} */
const read = async (name) => (await fetch(asset(name))).json();

/** @param {Language} language @param {string} part @returns {Promise<Record<string, Text>>} nothing when it stands in the main file */
async function readPart(language, part) {
  const url = asset(`locales/${language}.${part}.json`, '');
  return url ? (await fetch(url)).json() : {};
}

/** @param {Language} language */
export const speakFirst = async (language) =>
  speak(language, asset(`locales/${language}.first.json`, '') ? await readPart(language, 'first') : await read(`locales/${language}.json`));

/** @param {Language} language */
export async function speakAll(language) {
  const [main, office] = await Promise.all([read(`locales/${language}.json`), withOffice ? readPart(language, 'office') : {}]);
  speak(language, { ...main, ...office });
}

/** Before a screen of the office is drawn. @param {Language} language */
export async function speakOffice(language) {
  if (withOffice) return;
  withOffice = true;
  await speakAll(language);
}
