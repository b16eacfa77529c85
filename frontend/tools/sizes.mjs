import { readdir, readFile, writeFile } from 'node:fs/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What a first visit may weigh, compressed, all files together. */
const LIMIT = 60_000;
const TEXT = /\.(js|css|html|json|svg|webmanifest)$/;

/** Puts `name.br` and `name.gz` beside each text, compressed once and as well as can be. */
export async function compressAll(out) {
  for (const name of (await readdir(out, { recursive: true })).filter((one) => TEXT.test(one))) {
    const bytes = await readFile(new URL(name, out));
    await writeFile(new URL(`${name}.br`, out), brotliCompressSync(bytes));
    await writeFile(new URL(`${name}.gz`, out), gzipSync(bytes, { level: 9 }));
  }
}

const compressed = async (out, name) => (await readFile(new URL(`${name}.br`, out))).length;

/**
 * Prints what each file weighs with Brotli: what the first screen waits for, what follows it by itself
 * (both are the first load), and the screens that are fetched when they are opened.
 * @returns {Promise<number>} the exit code
 */
export async function report(out, { firstScreen, follows, all }) {
  const later = follows.filter((name) => !firstScreen.includes(name));
  const screen = await list(out, 'first screen', firstScreen);
  const rest = await list(out, 'follows', later);
  await list(out, 'when opened', all.filter((name) => !firstScreen.includes(name) && !later.includes(name)));
  console.log(`${screen + rest}  first load, limit ${LIMIT}`);
  return screen + rest <= LIMIT ? 0 : 1;
}

async function list(out, title, names) {
  const sizes = await Promise.all(names.map((name) => compressed(out, name)));
  const sum = sizes.reduce((total, size) => total + size, 0);
  console.log(`${sum}  ${title}: ${names.map((name, at) => `${name} ${sizes[at]}`).join(', ')}`);
  return sum;
}
