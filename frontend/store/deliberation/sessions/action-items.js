import { act, looked, read, readAll } from '../../office/call.js';
import { resource } from '../../resource.js';

/**
 * What is to be done, by whom and by when.
 * @typedef {import('../../../types/model.js').ActionItem} ActionItem
 * @typedef {'mine' | 'open' | 'ended'} Which
 */

export const actionItems = resource({
  name: (which) => `action-items:${which}`,
  fetch: async (which) => /** @type {ActionItem[]} */ (await readAll(`/action-items?which=${which}`)),
});

export const actionItem = looked(async (id) => /** @type {import('../../../types/model.js').ActionItemDetail} */ (await read(`/action-items/${id}`)));

/** @param {string} id @param {string} key @param {{ to_state: string | null, words: string | null }} body */
export async function noteProgress(id, key, body) {
  await act(`/action-items/${id}/steps`, key, body);
  await actionItem.load(id);
}
