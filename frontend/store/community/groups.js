import { create, looked, read } from '../office/call.js';

/**
 * Groups of volunteers.
 * @typedef {'publicity' | 'site_assist' | 'care'} GroupKind
 * @typedef {{ id: string, kind: GroupKind, name: string }} Group
 */

export const groups = looked(async () => /** @type {Group[]} */ ((await read('/volunteer-groups')).items));

/** @param {{ id: string, kind: GroupKind, name: string }} body */
export async function makeGroup(body) {
  const made = await create('/volunteer-groups', body);
  await groups.load();
  return made;
}
