import { create, looked, read, readAll } from '../../office/call.js';
import { createWithPhotos } from '../../office/files.js';

/**
 * Written proxies.
 * @typedef {import('./rounds.js').Schemas} Schemas
 * @typedef {Schemas['ProxyOut']} Proxy
 */

export const proxies = looked(async (id) => {
  const [one, items] = await Promise.all([read(`/ballot-rounds/${id}`), readAll(`/ballot-rounds/${id}/proxies`)]);
  return { round: /** @type {Schemas['RoundOut']} */ (one), proxies: /** @type {Proxy[]} */ (items) };
});

/** @param {string} id @param {Omit<Schemas['ProxyIn'], 'attachments'>} body @param {import('../../office/files.js').Prepared[]} photos @returns {Promise<Proxy>} */
export const recordProxy = (id, body, photos) => createWithPhotos(`/ballot-rounds/${id}/proxies`, body, photos);

/** @param {string} id @param {string} proxy @param {string} key @param {string} reason */
export async function revokeProxy(id, proxy, key, reason) {
  await create(`/ballot-rounds/${id}/proxies/${proxy}/revocation`, { id: key, reason });
  await proxies.load(id);
}
