/**
 * Packs the client for release: one app file, one style sheet, each named by its hash; screens that few
 * people open in files of their own; the service worker with the list of what it keeps. The source needs
 * none of this to run. `node pack.mjs [--out folder]`
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { compressAll, report } from './sizes.mjs';
import { sources } from './sources.mjs';

const ROOT = new URL('../', import.meta.url);
/** The oldest browsers that know cascade layers. */
const TARGET = ['chrome99', 'safari15.4', 'firefox97'];
const PLAIN = ['manifest.webmanifest', 'icons/icon.svg', 'icons/icon-180.png', 'icons/icon-192.png', 'icons/icon-512.png', 'icons/icon-maskable-512.png'];
const LANGUAGES = ['zh-CN', 'en'];
/** What the first screen says: entry, and what can go wrong with it. */
const FIRST_TEXTS = /^(app|language|nav|login|join|password|role|form|problem|not_reached|waiting|start|settings\.language|date)(\.|$)/;

const at = process.argv.indexOf('--out');
const OUT = at > 0 ? pathToFileURL(`${process.argv[at + 1]}/`) : new URL('../dist/', import.meta.url);

const digest = (bytes, form) => createHash('sha256').update(bytes).digest(form);

async function put(name, bytes) {
  await mkdir(new URL('.', new URL(name, OUT)), { recursive: true });
  await writeFile(new URL(name, OUT), bytes);
  return name;
}

/** `app.js` → `app.1a2b3c4d.js` */
const hashedName = (name, bytes) => name.replace(/(\.\w+)$/, `.${digest(bytes, 'hex').slice(0, 10)}$1`);

/** htm drops a line break with the spaces after it; dropping the spaces here changes nothing but the size. */
const closer = (path, text) => (/\/(views|ui)\//.test(path) ? text.replace(/\n +/g, '\n') : text);

/**
 * The packing shares code by who needs it, which would make a file for every combination of screens. What is
 * there anyway when a screen is opened is therefore said to be needed by it: the app by the volunteer's
 * screens, and those by every other that is imported when it is opened.
 */
async function alreadyThere() {
  const there = new Map();
  for (const { path, text } of await sources()) {
    const code = text.replace(/\/\*[\s\S]*?\*\//g, '');
    for (const [, target] of code.matchAll(/[^.\w]import\('(\.[^']+)'\)/g)) {
      there.set(fileURLToPath(new URL(target, new URL(path, ROOT))), fileURLToPath(new URL('screens.js', ROOT)));
    }
  }
  return there.set(fileURLToPath(new URL('screens.js', ROOT)), fileURLToPath(new URL('app.js', ROOT)));
}

const prepared = {
  name: 'prepared',
  async setup({ onLoad }) {
    const there = await alreadyThere();
    onLoad({ filter: /\.js$/ }, async ({ path }) => {
      const first = there.has(path) ? `import ${JSON.stringify(there.get(path))};\n` : '';
      return { contents: first + closer(path, await readFile(path, 'utf8')) };
    });
  },
};

async function script() {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL('app.js', ROOT))], bundle: true, splitting: true, format: 'esm', minify: true, write: false,
    target: TARGET, outdir: fileURLToPath(OUT), entryNames: '[name].[hash]', chunkNames: 'part.[hash]', metafile: true, legalComments: 'none', plugins: [prepared],
  });
  for (const file of outputFiles) await put(basename(file.path), file.contents);
  const piece = (source) => Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(source));
  const needs = ([path, { imports }]) => [path, ...imports.filter(({ kind }) => kind === 'import-statement').map((one) => one.path)].map((one) => basename(one));
  const [entry, ...first] = needs(piece('app.js'));
  return { entry, first, follows: needs(piece('screens.js')), all: outputFiles.map((file) => basename(file.path)) };
}

/** @param source of the style sheet @param name that it gets */
async function style(source, name) {
  const entry = fileURLToPath(new URL(source, ROOT));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, minify: true, write: false, target: TARGET });
  return put(hashedName(name, outputFiles[0].contents), outputFiles[0].contents);
}

/** Texts, icons and the style sheets of chapters, renamed by their hash: `{ 'locales/en.json': 'locales/en.12ab.json' }` */
async function assets() {
  const sprite = (await readFile(new URL('icons/sprite.svg', ROOT), 'utf8')).replace(/\n/g, '');
  const named = {
    'icons/sprite.svg': await put(hashedName('icons/sprite.svg', sprite), sprite),
    'styles/work.css': await style('styles/work.css', 'work.css'),
    'styles/deliberation/index.css': await style('styles/deliberation/index.css', 'deliberation.css'),
  };
  for (const language of LANGUAGES) Object.assign(named, await texts(language));
  for (const name of PLAIN) await cp(new URL(name, ROOT), new URL(name, OUT), { recursive: true });
  return named;
}

/** The texts of a language, each chapter in its file; what the first screen says also in a small file. */
async function texts(language) {
  const named = {};
  for (const name of (await readdir(new URL('locales/', ROOT))).filter((each) => each.startsWith(`${language}.`)).sort()) {
    const all = JSON.parse(await readFile(new URL(`locales/${name}`, ROOT), 'utf8'));
    await putTexts(named, name, all);
    if (name === `${language}.json`) await putTexts(named, `${language}.first.json`, Object.fromEntries(Object.entries(all).filter(([key]) => FIRST_TEXTS.test(key))));
  }
  return named;
}

async function putTexts(named, name, all) {
  const text = JSON.stringify(all);
  named[`locales/${name}`] = await put(hashedName(`locales/${name}`, text), text);
}

/** A block of data, which runs nothing: whatever it says, it must not end the block. */
const block = async (name, hashed) => `<script type="application/json" data-texts="${name}">${(await readFile(new URL(hashed, OUT), 'utf8')).replaceAll('<', '\\u003c')}</script>`;

/** `first` asks for what the first screen needs and nothing else; `again`, which the service worker keeps, for all that opens the day's work. */
async function page(name, { css, scripts, entry, texts: brought, sheets }, named) {
  let text = await readFile(new URL('index.html', ROOT), 'utf8');
  for (const [name, hashed] of Object.entries(named)) {
    const meta = `<meta name="linli:${name}" content="${hashed}">`;
    const stands = text.includes(`content="${name}"`);
    text = stands ? text.replace(`content="${name}"`, `content="${hashed}"`) : text.replace('<link rel="preload"', `${meta}\n  <link rel="preload"`);
  }
  const held = await block(brought, named[brought]);
  text = text.replace(/<link rel="preload"[^>]*>/, () => held);
  const preload = scripts.map((one) => `<link rel="modulepreload" href="${one}">`).join('');
  const more = sheets.map((one) => `\n<link rel="stylesheet" href="${one}">`).join('');
  text = text.replace('<link rel="stylesheet" href="styles/index.css">', `<link rel="stylesheet" href="${css}">${more}`).replace('<script type="module" src="app.js"></script>', `${preload}<script type="module" src="${entry}"></script>`);
  return put(name, text.replace(/\n\s*/g, '\n'));
}

/** The worker checks every file by this hash before it keeps it. */
async function kept(names) {
  const integrity = async (name) => `sha256-${digest(await readFile(new URL(name, OUT)), 'base64')}`;
  return Promise.all(names.map(async (name) => ({ url: name, integrity: await integrity(name) })));
}

async function worker(names) {
  const files = await kept(names);
  await build({
    entryPoints: [fileURLToPath(new URL('sw.js', ROOT))], bundle: true, minify: true, target: TARGET, outfile: fileURLToPath(new URL('sw.js', OUT)),
    define: { LINLI_FILES: JSON.stringify(files), LINLI_VERSION: JSON.stringify(digest(JSON.stringify(files), 'hex').slice(0, 12)) },
  });
}

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const [js, css, named] = [await script(), await style('styles/index.css', 'app.css'), await assets()];
await page('index.html', { css, scripts: js.first, entry: js.entry, texts: 'locales/zh-CN.first.json', sheets: [] }, named);
await page('again.html', { css, scripts: [...js.first, ...js.follows], entry: js.entry, texts: 'locales/zh-CN.json', sheets: [named['styles/work.css']] }, named);
await worker(['again.html', css, ...js.all, ...Object.values(named), ...PLAIN]);
await compressAll(OUT);
const firstScreen = ['index.html', js.entry, ...js.first, css];
process.exitCode = await report(OUT, { firstScreen, follows: [...js.follows, named['styles/work.css'], named['locales/zh-CN.json'], named['icons/sprite.svg']], all: js.all });
