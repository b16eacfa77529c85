import { accountId, inCommunity } from '../identity/session.js';
import { resource } from '../resource.js';
import { services } from '../services.js';

/** @typedef {import('../../types/model.js').HandbookDocument} HandbookDocument */

/** Policy, quality standard, maintenance plan: on the phone whole, readable in the stairwell. */
export const handbook = resource({
  name: () => 'handbook',
  fetch: async () => /** @type {HandbookDocument[]} */ ((await services.api.request('GET', inCommunity('/handbook-documents?limit=200'))).data.items),
});

/** @param {string} id */
export const documentOf = (id) => handbook.reading.value.value?.find((one) => one.id === id) ?? null;

/**
 * A PDF's bytes: from the phone, or fetched once and kept.
 * @param {string} sha256
 * @returns {Promise<string>} an address the browser can open
 */
export async function openPdf(sha256) {
  const account = accountId.peek() ?? '';
  const name = `handbook-file:${sha256}`;
  const kept = await services.cache.read(account, name);
  const bytes = kept?.value ?? (await fetchFile(sha256));
  if (!kept) await services.cache.keep(account, name, bytes);
  return URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
}

/** @param {string} sha256 */
const fetchFile = (sha256) => services.api.bytes(inCommunity(`/attachments/${sha256}`));
