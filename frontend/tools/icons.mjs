/**
 * Draws icons/sprite.svg from the Lucide icons the client names, and no others. `node icons.mjs` writes,
 * `node icons.mjs --check` fails when the sprite differs or an icon named in the source is not in it.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { sources } from './sources.mjs';

const SPRITE = new URL('../icons/sprite.svg', import.meta.url);
const LUCIDE = new URL('./node_modules/lucide-static/', import.meta.url);

/** Every Lucide name that stands quoted on a line of the source that speaks of icons. */
async function namedIcons() {
  const names = new Set();
  for (const { text } of await sources()) {
    const lines = text.split('\n').filter((line) => /icon|drawn\(/i.test(line) && !line.includes('import '));
    for (const [, name] of lines.join('\n').matchAll(/'([a-z0-9-]+)'/g)) {
      if (existsSync(new URL(`icons/${name}.svg`, LUCIDE))) names.add(name);
    }
  }
  return [...names].sort();
}

async function symbol(name) {
  const svg = await readFile(new URL(`icons/${name}.svg`, LUCIDE), 'utf8');
  const inner = svg.replace(/<!--.*?-->/gs, '').replace(/^[\s\S]*?<svg[\s\S]*?>/, '').replace('</svg>', '');
  return `<symbol id="${name}" viewBox="0 0 24 24">${inner.replace(/\s*\n\s*/g, '').replace(/ \/>/g, '/>')}</symbol>`;
}

async function wanted() {
  const { version, license } = JSON.parse(await readFile(new URL('package.json', LUCIDE), 'utf8'));
  const symbols = await Promise.all((await namedIcons()).map(symbol));
  return [
    `<!-- Icons from lucide-static ${version}, licence ${license}; only those the client uses. Made by tools/icons.mjs. -->`,
    '<svg xmlns="http://www.w3.org/2000/svg">', ...symbols, '</svg>', '',
  ].join('\n');
}

export async function checkIcons() {
  const found = await readFile(SPRITE, 'utf8').catch(() => '');
  return found === (await wanted()) ? [] : ['icons/sprite.svg differs from what the source names: npm run icons'];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) process.exitCode = (await checkIcons()).length ? 1 : 0;
  else await writeFile(SPRITE, await wanted());
}
