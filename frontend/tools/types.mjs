/**
 * Writes types/api.d.ts from the server's OpenAPI document, given as a file or on standard input:
 * `node types.mjs openapi.json`; with `--check` it fails when the file differs.
 */
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const TYPES = new URL('../types/api.d.ts', import.meta.url);

const [file = '/dev/stdin'] = process.argv.slice(2).filter((one) => !one.startsWith('--'));
// The shapes are what the client reads; each operation with all its refusals would be ten times as much.
const document = { ...JSON.parse(await readFile(file, 'utf8')), paths: {} };
const made = astToString(await openapiTS(document, { alphabetize: true }));
const text = `/** Made by tools/types.mjs from the server's OpenAPI document. */\n${made}`;

if (process.argv.includes('--check')) {
  const found = await readFile(TYPES, 'utf8').catch(() => '');
  if (found !== text) console.error('types/api.d.ts differs from the OpenAPI document: npm run types');
  process.exitCode = found === text ? 0 : 1;
} else {
  await writeFile(TYPES, text);
}
