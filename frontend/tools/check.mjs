/**
 * One command for everything about the client that can be checked without running it:
 * `node check.mjs` prints each finding and fails when there is one.
 */
import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { checkContrast } from './contrast.mjs';
import { checkIcons } from './icons.mjs';
import { checkLayers } from './layers.mjs';
import { sources } from './sources.mjs';
import { checkVendor } from './vendor.mjs';

const ROOT = new URL('../', import.meta.url);

/** All texts of a language: `{ chapter: { key: text } }`; the chapter of the main file has no name. */
async function chapters(language) {
  const names = (await readdir(new URL('locales/', ROOT))).filter((name) => name.startsWith(`${language}.`)).sort();
  return Object.fromEntries(await Promise.all(names.map(async (name) => [
    name.slice(language.length + 1, -'.json'.length).replace(/^json$/, ''), JSON.parse(await readFile(new URL(`locales/${name}`, ROOT), 'utf8')),
  ])));
}

const texts = async (language) => Object.assign({}, ...Object.values(await chapters(language)));

/** A text that stands in another chapter than its name says is not there when its screen opens. */
async function checkChapters() {
  const strayed = ([chapter, all]) => Object.keys(all).filter((key) => chapter && chapter !== 'seldom' && !key.startsWith(`${chapter}.`)).map((key) => `locales: ${key} stands in chapter ${chapter}`);
  return (await Promise.all(['zh-CN', 'en'].map(chapters))).flatMap((language) => Object.entries(language).flatMap(strayed));
}

/** The blanks of a text, each once, in one order. */
const blanks = (text) => [...new Set([...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort().join();

/** Both languages say the same things, with the same blanks to fill in. */
async function checkLocales() {
  const [zh, en] = [await texts('zh-CN'), await texts('en')];
  const alone = [...Object.keys(zh).filter((key) => !(key in en)), ...Object.keys(en).filter((key) => !(key in zh))];
  const uneven = Object.keys(zh).filter((key) => key in en && blanks(zh[key]) !== blanks(en[key]));
  return [...alone.map((key) => `locales: ${key} stands in one language only`), ...uneven.map((key) => `locales: ${key} has other blanks in English`)];
}

/** A text that nothing says is a text nobody keeps right. Keys made of parts are known by their beginning. */
async function checkUnused() {
  const source = (await sources()).map(({ text }) => text).join('\n');
  const made = [...source.matchAll(/\bt(?:Code)?\(\s*[`']([\w.-]+?)(?:\.?\$\{|',)/g)].map(([, start]) => start);
  return Object.keys(await texts('zh-CN')).filter((key) => !source.includes(`'${key}'`) && !made.some((start) => key.startsWith(`${start}.`)))
    .map((key) => `locales: nothing says ${key}`);
}

/** Everything a person reads stands in the locales. */
async function checkLiterals() {
  return (await sources()).flatMap(({ path, text }) => text.split('\n')
    .map((line, at) => ({ line: line.replace(/\/\*.*?\*\/|^\s*\*.*|\/\/.*/g, ''), at }))
    .filter(({ line }) => /[\u3400-\u9fff\uff00-\uffef]/.test(line))
    .map(({ at }) => `${path}:${at + 1}: Chinese text outside the locales`));
}

/** The types of everything, as strictly as the checker can. */
function checkTypes() {
  const tsc = fileURLToPath(new URL('node_modules/typescript/bin/tsc', import.meta.url));
  for (const project of ['tsconfig.json', 'tools/tsconfig.worker.json']) {
    try {
      execFileSync(process.execPath, [tsc, '-p', fileURLToPath(new URL(project, ROOT))], { encoding: 'utf8' });
    } catch (error) {
      return error.stdout.trim().split('\n');
    }
  }
  return [];
}

/** A sheet that no browser reads whole: it goes on after what it does not understand, and nobody notices. */
async function checkStyles() {
  const names = (await readdir(new URL('styles/', ROOT), { recursive: true })).filter((name) => name.endsWith('.css'));
  return (await Promise.all(names.map(async (name) => {
    const { warnings } = await transform(await readFile(new URL(`styles/${name}`, ROOT), 'utf8'), { loader: 'css', logLevel: 'silent' });
    return warnings.map(({ text, location }) => `styles/${name}:${location?.line}: ${text}`);
  }))).flat();
}

const checks = [checkStyles, checkLocales, checkChapters, checkUnused, checkLiterals, checkLayers, checkContrast, checkIcons, checkVendor, checkTypes];
const findings = (await Promise.all(checks.map((check) => check()))).flat();
for (const finding of findings) console.error(finding);
console.log(findings.length ? `${findings.length} findings` : 'the client is in order');
process.exitCode = findings.length ? 1 : 0;
