import { inCommunity } from '../identity/session.js';
import { resource } from '../resource.js';
import { services } from '../services.js';

/** @typedef {import('../../types/model.js').Notice} Notice */

/** What the community tells everyone, the newest first. */
export const notices = resource({
  name: () => 'notices',
  fetch: async () => /** @type {Notice[]} */ ((await services.api.request('GET', inCommunity('/public-notices?limit=200'))).data.items.reverse()),
});

/** @param {string} id */
export const noticeOf = (id) => notices.reading.value.value?.find((one) => one.id === id) ?? null;
