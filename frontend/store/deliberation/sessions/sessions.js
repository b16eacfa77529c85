import { inCommunity } from '../../identity/session.js';
import { act, create, read, readAll } from '../../office/call.js';
import { resource } from '../../resource.js';
import { services } from '../../services.js';

/**
 * @typedef {import('../../../types/model.js').Session} Session
 * @typedef {import('../../../types/model.js').SessionDetail} SessionDetail
 * @typedef {import('../../../types/model.js').SessionOutcome} Outcome
 * @typedef {'coming' | 'past'} Which
 */

export const sessions = resource({
  name: (which) => `sessions:${which}`,
  fetch: async (which) => /** @type {Session[]} */ (await readAll(`/sessions?which=${which}`)),
});

/** One session with its agenda: it is on the phone when the room has no network. */
export const session = resource({
  name: (id) => `session:${id}`,
  fetch: async (id) => /** @type {SessionDetail} */ (await read(`/sessions/${id}`)),
});

/** What a session left behind. */
export const outcome = resource({
  name: (id) => `session-outcome:${id}`,
  fetch: async (id) => /** @type {Outcome} */ (await read(`/sessions/${id}/outcome`)),
});

/** Who is expected and who is there: for the secretary, who may need it without a network. */
export const roll = resource({
  name: (id) => `session-roll:${id}`,
  fetch: async (id) => /** @type {import('../../../types/model.js').PersonInRoom[]} */ ((await read(`/sessions/${id}/roll`)).items),
});

/** Minutes to read, also without a network; those to write are in minutes.js. */
export const minutesToRead = resource({
  name: (id) => `session-minutes:${id}`,
  fetch: async (id) => /** @type {import('../../../types/model.js').Minutes} */ (await read(`/sessions/${id}/minutes`)),
});

/** Takes a photo out of the minutes. @param {string} id @param {string} photo @param {string} key */
export async function withdrawPhoto(id, photo, key) {
  await act(`/sessions/${id}/minutes/photos/${photo}/withdrawal`, key);
  await minutesToRead.load(id);
}

/** @param {{ id: string, kind: string, title: string, place: string, starts_at: string }} body */
export const planSession = (body) => create('/sessions', body);

/** @param {string} id @param {{ id: string, title: string, details: string | null, subject_kind: string, subject_id: string | null }} body */
export async function addItem(id, body) {
  await create(`/sessions/${id}/agenda-items`, body);
  await session.load(id);
}

/** @param {string} id @param {string} item @param {string} key */
export async function withdrawItem(id, item, key) {
  await act(`/sessions/${id}/agenda-items/${item}/withdrawal`, key);
  await session.load(id);
}

/** Puts an item before the one above it. @param {string} id @param {import('../../../types/model.js').AgendaItem} item @param {import('../../../types/model.js').AgendaItem} above */
export async function moveUp(id, item, above) {
  for (const [one, position] of /** @type {const} */ ([[item, above.position], [above, item.position]])) {
    await services.api.request('PATCH', inCommunity(`/sessions/${id}/agenda-items/${one.id}`), { body: { position }, ifMatch: `"${one.version}"` });
  }
  await session.load(id);
}

/** @typedef {'notice' | 'cancellation' | 'minutes/submission' | 'minutes/publication'} Move */

/** @param {string} id @param {Move} move @param {string} key @param {object} [body] */
export async function moveSession(id, move, key, body = {}) {
  await act(`/sessions/${id}/${move}`, key, body);
  await session.load(id);
}

/** Puts a session that has not begun on another day. @param {string} id @param {string} key @param {{ starts_at: string, place: string, reason: string }} body */
export async function postponeSession(id, key, body) {
  await act(`/sessions/${id}/postponement`, key, body);
  await session.load(id);
}

/** @param {string} id @param {string} key @param {{ number: number, signed: boolean, reason: string | null }} body */
export async function signMinutes(id, key, body) {
  await act(`/sessions/${id}/minutes/signatures`, key, body);
  await Promise.all([session.load(id), outcome.load(id)]);
}
