import { inCommunity } from '../../identity/session.js';
import { act, looked, read, readAll } from '../../office/call.js';
import { createWithPhotos } from '../../office/files.js';
import { resource } from '../../resource.js';
import { services } from '../../services.js';

/**
 * Who speaks for whom.
 * @typedef {import('../../../types/model.js').Mandate} Mandate
 * @typedef {import('../../../types/model.js').Assembly} Assembly
 * @typedef {import('../../../lib/photos.js').Prepared} Prepared
 * @typedef {import('../../../types/model.js').BuildingVoice} BuildingVoice
 */

/** Kept on the phone: whom to call is needed without a network too. */
export const voices = resource({
  name: () => 'my-representatives',
  fetch: async () => /** @type {BuildingVoice[]} */ ((await read('/my-representatives')).items),
});

/** All mandates there are and were, by building. */
export const mandates = looked(async () => /** @type {Mandate[]} */ (await readAll('/mandates')));

export const mandate = looked(async (id) => /** @type {Mandate} */ (await read(`/mandates/${id}`)));

/** Minutes of a building's assembly. */
export const assembly = looked(async (id) => /** @type {Assembly} */ (await read(`/building-assemblies/${id}`)));

/** @param {{ id: string } & Record<string, unknown>} body @param {Prepared[]} photos of the signed minutes @returns {Promise<Mandate>} */
export const appoint = (body, photos) => createWithPhotos('/mandates', body, photos);

/** @param {string} id @param {{ id: string } & Record<string, unknown>} body @param {Prepared[]} photos of the signed minutes @returns {Promise<Mandate>} */
export const recall = (id, body, photos) => createWithPhotos(`/mandates/${id}/recall`, body, photos);

/** @param {string} id @param {string} reason @param {string} key */
export async function resign(id, reason, key) {
  await act(`/mandates/${id}/resignation`, key, { reason });
  await voices.load();
}

/** @param {Mandate} one @param {string | null} phone null takes it down */
export async function showPhone(one, phone) {
  await services.api.request('PUT', inCommunity(`/mandates/${one.id}/phone`), { body: { phone }, ifMatch: `"${one.version}"` });
  await voices.load();
}
