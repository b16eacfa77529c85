import { signal } from '../../vendor/signals.js';
import { inCommunity } from '../identity/session.js';
import { resource } from '../resource.js';
import { services } from '../services.js';

/**
 * @typedef {import('../../types/model.js').Building} Building
 * @typedef {import('../../types/model.js').Picture} Picture
 * @typedef {'canvass' | 'stance' | 'needs' | 'plain'} Layer
 */

export const buildings = resource({
  name: () => 'buildings',
  fetch: async () => /** @type {Building[]} */ ((await services.api.request('GET', inCommunity('/buildings?limit=200'))).data.items),
});

/** One building's picture in one layer; the key is made by `pictureKey`. */
export const picture = resource({
  name: (key) => `picture:${key}`,
  fetch: async (key) => /** @type {Picture} */ ((await services.api.request('GET', inCommunity(key))).data),
});

/** What the picture on the screen shows. @type {import('../../vendor/signals.js').Signal<Layer>} */
export const layer = signal('canvass');

/**
 * Each layer is answered by the context that owns it.
 * @param {{ building: string, canvass: string | null, layer: Layer }} what
 * @returns {string} a path inside the community
 */
export function pictureKey({ building, canvass, layer: wanted }) {
  if (wanted === 'needs') return `/care/needs-picture?building_id=${building}`;
  if (wanted === 'plain' || !canvass) return `/buildings/${building}/picture`;
  return `/canvasses/${canvass}/picture?building_id=${building}&layer=${wanted}`;
}
