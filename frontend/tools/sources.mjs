import { readdir, readFile } from 'node:fs/promises';

const ROOT = new URL('../', import.meta.url);
const FOLDERS = ['lib', 'store', 'views', 'ui'];
const FILES = ['app.js', 'routes.js', 'screens.js', 'seldom.js', 'sw.js'];

/** Every JavaScript file of the client itself: `{ path, text }`, the path relative to frontend/. */
export async function sources() {
  const listed = await Promise.all(FOLDERS.map((folder) => readdir(new URL(folder, ROOT), { recursive: true })
    .then((names) => names.filter((name) => name.endsWith('.js')).map((name) => `${folder}/${name}`))));
  const paths = [...FILES, ...listed.flat()].sort();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(new URL(path, ROOT), 'utf8') })));
}
