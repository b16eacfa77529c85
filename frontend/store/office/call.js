import { inCommunity } from '../identity/session.js';
import { resource } from '../resource.js';
import { services } from '../services.js';

/**
 * What the desk asks of the server. It works with a network only: what it changes, others see at once.
 */
export const newId = () => services.newId();

/** @param {string} path inside the community */
export const read = async (path) => (await services.api.request('GET', inCommunity(path))).data;

/** Makes something; the same id again makes nothing twice. @param {string} path @param {{ id: string } & Record<string, unknown>} body */
export const create = async (path, body) => (await services.api.request('POST', inCommunity(path), { body })).data;

/**
 * Does something that has no id of its own.
 * @param {string} path
 * @param {string} key of this attempt, the same when it is tried again
 * @param {object} [body]
 * @param {number} [timeoutMs]
 */
export const act = async (path, key, body = {}, timeoutMs = undefined) =>
  (await services.api.request('POST', inCommunity(path), { body, idempotencyKey: key, timeoutMs })).data;

/** More than this no screen of the desk lists. */
const MOST_PAGES = 20;

/** All of a list. @param {string} path without limit and cursor @returns {Promise<any[]>} */
export async function readAll(path) {
  const items = [];
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await read(`${path}${path.includes('?') ? '&' : '?'}limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    items.push(...answer.items);
    if (!answer.next) break;
    cursor = answer.next;
  }
  return items;
}

/**
 * Something the desk looks at, which is not kept on the phone: it names people, or it is out of date
 * as soon as it is read.
 * @template T
 * @param {(key: string) => Promise<T>} fetch
 */
export const looked = (fetch) => resource({ fetch, name: () => '', keep: async () => {}, read: async () => null });
