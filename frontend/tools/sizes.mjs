import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';

/** What a first visit may weigh, compressed, all files together. */
const LIMIT = 60_000;

const compressed = async (out, name) => brotliCompressSync(await readFile(new URL(name, out))).length;

/**
 * Prints what each file weighs with Brotli, and whether the first load keeps the limit.
 * @returns {Promise<number>} the exit code
 */
export async function report(out, firstLoad, scripts) {
  let sum = 0;
  for (const name of firstLoad) {
    const size = await compressed(out, name);
    sum += size;
    console.log(`${String(size).padStart(7)}  ${name}`);
  }
  for (const name of scripts.filter((one) => !firstLoad.includes(one))) {
    console.log(`${String(await compressed(out, name)).padStart(7)}  ${name} (when its screen is opened)`);
  }
  console.log(`${String(sum).padStart(7)}  first load, limit ${LIMIT}`);
  return sum <= LIMIT ? 0 : 1;
}
