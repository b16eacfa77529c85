import { signal } from '../../../vendor/signals.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { NotReached, Problem } from '../../../lib/problem.js';
import { fileUrl } from '../../../store/office/files.js';

/**
 * Photos of papers and documents as they lie on the server.
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Schemas['BallotFileOut']} File
 */

/** Those that were fetched, by hash. @type {import('../../../vendor/signals.js').Signal<Record<string, string>>} */
const photos = signal({});

/** @param {File[]} files */
export async function fetchPhotos(files) {
  for (const { sha256, state } of files) {
    if (state !== 'stored' || photos.peek()[sha256]) continue;
    const url = await fileUrl(sha256).catch((error) => { if (error instanceof NotReached || error instanceof Problem) return ''; throw error; });
    if (url) photos.value = { ...photos.peek(), [sha256]: url };
  }
}

/** @param {File[]} files @param {string} words what they show */
export const shownPhotos = (files, words) => files.map(({ sha256, state }) => (photos.value[sha256]
  ? html`<img class="paper-photo" key=${sha256} src=${photos.value[sha256]} alt=${words} />`
  : html`<span class="tag" key=${sha256}>${state === 'stored' ? words : t('ballots.photo_coming')}</span>`));
