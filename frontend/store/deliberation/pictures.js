import { signal } from '../../vendor/signals.js';
import { NotReached, Problem } from '../../lib/problem.js';
import { inCommunity } from '../identity/session.js';
import { services } from '../services.js';

/** Pictures that are on the screen, by hash. @type {import('../../vendor/signals.js').Signal<Record<string, string>>} */
export const pictures = signal({});

/** @param {{ sha256: string, content_type: string }} file @returns {Promise<boolean>} whether it could be fetched */
export async function showPicture({ sha256, content_type }) {
  try {
    const bytes = pictures.peek()[sha256] ? null : await services.api.bytes(inCommunity(`/attachments/${sha256}`));
    if (bytes) pictures.value = { ...pictures.peek(), [sha256]: URL.createObjectURL(new Blob([bytes], { type: content_type })) };
    return true;
  } catch (error) {
    if (!(error instanceof NotReached || error instanceof Problem)) throw error;
    return false;
  }
}

/** The screen is left: pictures take memory. */
export function dropPictures() {
  for (const url of Object.values(pictures.peek())) URL.revokeObjectURL(url);
  pictures.value = {};
}
