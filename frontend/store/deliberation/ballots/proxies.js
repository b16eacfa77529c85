import { create, looked, read, readAll } from '../../office/call.js';
import { sendFile, slotOf } from '../../office/files.js';

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
export async function recordProxy(id, body, photos) {
  const made = await create(`/ballot-rounds/${id}/proxies`, { ...body, attachments: photos.map(slotOf) });
  for (const photo of photos) await sendFile(photo);
  return made;
}

/** @param {string} id @param {string} proxy @param {string} key @param {string} reason */
export async function revokeProxy(id, proxy, key, reason) {
  await create(`/ballot-rounds/${id}/proxies/${proxy}/revocation`, { id: key, reason });
  await proxies.load(id);
}
