import { Problem } from '../../../lib/problem.js';
import { looked, read } from '../../office/call.js';
import { createWithPhotos } from '../../office/files.js';

/**
 * The result of the official system, for a round whose votes are cast there.
 * @typedef {import('./rounds.js').Schemas} Schemas
 */

/** The round, and the figures that were typed in already. */
export const officialRound = looked(async (id) => {
  const [round, figures] = await Promise.all([read(`/ballot-rounds/${id}`), read(`/ballot-rounds/${id}/official-result`).catch(none)]);
  return { round: /** @type {Schemas['RoundOut']} */ (round), figures: /** @type {Schemas['OfficialFiguresOut'] | null} */ (figures) };
});

/** @param {unknown} error */
function none(error) {
  if (error instanceof Problem && error.status === 404) return null;
  throw error;
}

/** @param {string} id @param {Omit<Schemas['OfficialResultIn'], 'attachments'>} body @param {import('../../office/files.js').Prepared[]} photos @returns {Promise<Schemas['OfficialSourceOut']>} */
export const bringInOfficial = (id, body, photos) => createWithPhotos(`/ballot-rounds/${id}/official-result`, body, photos);
