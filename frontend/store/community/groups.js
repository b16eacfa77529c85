import { inCommunity } from '../identity/session.js';
import { create, looked, read } from '../office/call.js';
import { services } from '../services.js';

/**
 * Groups of volunteers.
 * @typedef {'publicity' | 'site_assist' | 'care'} GroupKind
 * @typedef {{ id: string, kind: GroupKind, name: string, version: number, ended_at: string | null }} Group
 */

export const groups = looked(async () => /** @type {Group[]} */ ((await read('/volunteer-groups')).items));

/** The groups that take somebody in. */
export const groupsOfNow = () => (groups.reading.value.value ?? []).filter(({ ended_at }) => !ended_at);

/** @param {{ id: string, kind: GroupKind, name: string }} body */
export async function makeGroup(body) {
  const made = await create('/volunteer-groups', body);
  await groups.load();
  return made;
}

/** @param {Group} one as it was seen @param {string} name */
export const renameGroup = (one, name) => change('PATCH', one, '', { name });

/** Takes away the roles that are held on it. @param {Group} one as it was seen @param {string} reason */
export const endGroup = (one, reason) => change('POST', one, '/ending', { reason });

/**
 * What somebody else changed meanwhile is read anew, also where the own change is refused.
 * @param {'PATCH' | 'POST'} method @param {Group} one @param {string} path @param {object} body
 */
async function change(method, { id, version }, path, body) {
  try {
    return (await services.api.request(method, inCommunity(`/volunteer-groups/${id}${path}`), { body, ifMatch: `"${version}"` })).data;
  } finally {
    await groups.load();
  }
}
