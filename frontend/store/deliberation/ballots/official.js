import { looked, read } from '../../office/call.js';
import { createWithPhotos } from '../../office/files.js';

/**
 * The result of the official system, for a round whose votes are cast there.
 * @typedef {import('./rounds.js').Schemas} Schemas
 */

export const officialRound = looked(async (id) => /** @type {Schemas['RoundOut']} */ (await read(`/ballot-rounds/${id}`)));

/** @param {string} id @param {Omit<Schemas['OfficialResultIn'], 'attachments'>} body @param {import('../../office/files.js').Prepared[]} photos @returns {Promise<Schemas['OfficialSourceOut']>} */
export const bringInOfficial = (id, body, photos) => createWithPhotos(`/ballot-rounds/${id}/official-result`, body, photos);
