import { looked, read, readAll } from '../../office/call.js';

/**
 * What sessions that are over decided, the newest session first: for what rests on a decision.
 * @typedef {import('../../../types/model.js').Session} Session
 * @typedef {{ id: string, words: string, session_id: string, title: string, held_on: string, project_id: string | null }} Decided
 */

const SESSIONS = 20;

export const decided = looked(async () => {
  const held = /** @type {Session[]} */ (await readAll('/sessions?which=past')).filter(({ state }) => state !== 'cancelled').reverse().slice(0, SESSIONS);
  const outcomes = /** @type {import('../../../types/model.js').SessionOutcome[]} */ (await Promise.all(held.map(({ id }) => read(`/sessions/${id}/outcome`))));
  return held.flatMap(({ id: session_id, title, held_on, project_id }, at) => (outcomes[at]?.decisions ?? []).map(({ id, words }) => /** @type {Decided} */ ({ id, words, session_id, title, held_on, project_id })));
});
