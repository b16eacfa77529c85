import { computed } from '../../vendor/signals.js';
import { Problem } from '../../lib/problem.js';
import { community, inCommunity } from '../identity/session.js';
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

/**
 * One building's picture in one layer; the key is made by `pictureKey`. A layer that this person may not see
 * there gives way to the plain picture.
 * @typedef {Picture & { layer: Layer }} Drawn
 */
export const picture = resource({
  name: (key) => `picture:${key}`,
  fetch: async (key) => {
    const { building, canvass, layer: wanted } = JSON.parse(key);
    try {
      return await draw(pathOf({ building, canvass, layer: wanted }), wanted);
    } catch (error) {
      const unseen = error instanceof Problem && (error.status === 403 || error.status === 404);
      if (!unseen || wanted === 'plain') throw error;
      return draw(`/buildings/${building}/picture`, 'plain');
    }
  },
});

/** @param {string} path @param {Layer} layer @returns {Promise<Drawn>} */
const draw = async (path, layer) => ({ ...(await services.api.request('GET', inCommunity(path))).data, layer });

/** @typedef {{ building: string, canvass: string | null, layer: Layer }} What */

/** @param {What} what */
export const pictureKey = ({ building, canvass, layer }) => JSON.stringify({ building, canvass, layer });

/** Each layer is answered by the context that owns it. @param {What} what */
function pathOf({ building, canvass, layer }) {
  if (layer === 'needs') return `/care/needs-picture?building_id=${building}`;
  if (layer === 'plain' || !canvass) return `/buildings/${building}/picture`;
  return `/canvasses/${canvass}/picture?building_id=${building}&layer=${layer}`;
}

/** Whoever holds one of these for the whole community may look into every building. */
const EVERYWHERE = ['community_admin', 'social_worker', 'volunteer', 'supervisor'];

/** Buildings this person has a role in come first; those they may not look into are not offered. */
export const buildingsInOrder = computed(() => {
  const roles = community.value?.roles ?? [];
  const mine = new Set(roles.map(({ scope_id }) => scope_id));
  const all = buildings.reading.value.value ?? [];
  const others = roles.some(({ role, scope_kind }) => scope_kind === 'community' && EVERYWHERE.includes(role)) ? all : [];
  return [...all.filter(({ id }) => mine.has(id)), ...others.filter(({ id }) => !mine.has(id))];
});
