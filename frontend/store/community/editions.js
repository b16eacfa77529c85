import { looked, read } from '../office/call.js';

/**
 * Earlier versions of the handbook. The newest is on the phone; these are read over the network.
 * @typedef {{ id: string, version: number, format: 'markdown' | 'pdf', published_at: string, published_by_name: string }} Listed
 * @typedef {Listed & { title: string, body: string | null, html: string | null, attachment_sha256: string | null }} Version
 */

/** @param {string} document @param {string | number} number @returns {Promise<Version>} */
const version = (document, number) => read(`/handbook-documents/${document}/versions/${number}`);

export const versions = looked(async (document) => /** @type {Listed[]} */ ((await read(`/handbook-documents/${document}/versions`)).items));

/** One version; the key is `document/number`. */
export const edition = looked(async (key) => {
  const [document = '', number = ''] = key.split('/');
  return version(document, number);
});

/** Two versions, the older first; the key is `document/older/newer`. */
export const pair = looked(async (key) => {
  const [document = '', older = '', newer = ''] = key.split('/');
  return Promise.all([version(document, older), version(document, newer)]);
});
