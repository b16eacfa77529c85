import { create, looked, read } from '../../office/call.js';
import { sendFile, slotOf } from '../../office/files.js';

/**
 * The result of the official system, for a round whose votes are cast there.
 * @typedef {import('./rounds.js').Schemas} Schemas
 */

export const officialRound = looked(async (id) => /** @type {Schemas['RoundOut']} */ (await read(`/ballot-rounds/${id}`)));

/** @param {string} id @param {Omit<Schemas['OfficialResultIn'], 'attachments'>} body @param {import('../../office/files.js').Prepared[]} photos @returns {Promise<Schemas['OfficialSourceOut']>} */
export async function bringInOfficial(id, body, photos) {
  const made = await create(`/ballot-rounds/${id}/official-result`, { ...body, attachments: photos.map(slotOf) });
  for (const photo of photos) await sendFile(photo);
  return made;
}
