import { looked, read, readAll } from '../../office/call.js';

/**
 * What sessions decided, the newest session first: for what rests on a decision.
 * @typedef {import('../../../types/model.js').Session} Session
 * @typedef {{ id: string, words: string, title: string, held_on: string }} Decided
 */

const SESSIONS = 20;
const HELD = ['in_session', 'in_recess', 'closed', 'minutes_submitted', 'signed_off', 'published'];

export const decided = looked(async () => {
  const [coming, past] = await Promise.all([readAll('/sessions?which=coming'), readAll('/sessions?which=past')]);
  const held = /** @type {Session[]} */ ([...past, ...coming]).filter(({ state }) => HELD.includes(state)).reverse().slice(0, SESSIONS);
  const outcomes = /** @type {import('../../../types/model.js').SessionOutcome[]} */ (await Promise.all(held.map(({ id }) => read(`/sessions/${id}/outcome`))));
  return outcomes.flatMap(({ decisions }, at) => decisions.map(({ id, words }) => /** @type {Decided} */ ({ id, words, title: held[at]?.title ?? '', held_on: held[at]?.held_on ?? '' })));
});
