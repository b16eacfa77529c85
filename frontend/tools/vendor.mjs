/**
 * Copies the run-time libraries from the locked packages into vendor/, imports made relative, so that
 * the source runs in a browser with neither build nor import map.
 * `node vendor.mjs` writes; `node vendor.mjs --check` fails when vendor/ differs from the lock.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { RELATIVE, VENDORED } from './vendor-list.mjs';

const VENDOR = new URL('../vendor/', import.meta.url);
const PACKAGES = new URL('./node_modules/', import.meta.url);

const FOOTNOTE = `
Made by \`npm run vendor\` in \`tools/\` from the locked packages: the files are the packages' own ES modules,
only their imports are made relative and their source-map lines dropped. \`npm run check\` compares them again.
The \`.d.ts\` files beside them lead the type checker to the same packages' types.
`;

const packageOf = async (name) => JSON.parse(await readFile(new URL(`${name}/package.json`, PACKAGES), 'utf8'));

/** The licence of a package in a file name of its own, so that it travels with the code. */
const licenceFile = (name) => `LICENSE-${name.replace('@', '').replace('/', '-')}`;

async function code({ name, file }) {
  const source = await readFile(new URL(`${name}/${file}`, PACKAGES), 'utf8');
  return source
    .replace(/from\s*"([^"]+)"/g, (whole, bare) => (RELATIVE[bare] ? `from"${RELATIVE[bare]}"` : whole))
    .replace(/\n?\/\/# sourceMappingURL=.*\n?/g, '\n');
}

async function wanted() {
  const files = new Map();
  const rows = [];
  for (const entry of VENDORED) {
    const { version, license } = await packageOf(entry.name);
    const types = entry.name + (entry.out === 'hooks.js' ? '/hooks' : '');
    files.set(entry.out, await code(entry));
    files.set(entry.out.replace('.js', '.d.ts'), typeFile(types));
    files.set(licenceFile(entry.name), await readFile(new URL(`${entry.name}/${entry.licence}`, PACKAGES), 'utf8'));
    rows.push(`| ${entry.out} | ${entry.name} | ${version} | ${license} | ${licenceFile(entry.name)} |`);
  }
  files.set('VENDOR.md', ['# Vendored code', '', '| file | package | version | licence | text |', '|---|---|---|---|---|', ...rows, FOOTNOTE].join('\n'));
  return files;
}

const typeFile = (name) => (name === 'htm' ? `export { default } from '${name}';\n` : `export * from '${name}';\n`);

async function differing(files) {
  const bad = [];
  for (const [name, text] of files) {
    const path = new URL(name, VENDOR);
    if (!existsSync(path) || (await readFile(path, 'utf8')) !== text) bad.push(`vendor/${name} differs from its package: npm run vendor`);
  }
  return bad;
}

export async function checkVendor() {
  return differing(await wanted());
}

async function write() {
  await mkdir(VENDOR, { recursive: true });
  for (const [name, text] of await wanted()) await writeFile(new URL(name, VENDOR), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) process.exitCode = (await checkVendor()).length ? 1 : 0;
  else await write();
}
