import { looked, read, readAll } from '../../office/call.js';
import { may } from '../../identity/session.js';

/**
 * Rounds as everybody reads them. Nothing of what somebody answers is kept on the phone.
 * @typedef {import('../../../types/api').components['schemas']} Schemas
 * @typedef {Schemas['RoundCard']} RoundCard
 * @typedef {Schemas['RoundOut']} Round
 * @typedef {Schemas['BallotQuestionOut']} Question
 * @typedef {Schemas['MyElectorOut']} Elector
 * @typedef {Schemas['TurnoutOut']} Turnout
 * @typedef {Schemas['DecisionThresholdOut']} Threshold
 */

export const rounds = looked(async () => /** @type {RoundCard[]} */ (await readAll('/ballot-rounds')));

/** Rounds that wait for this person's own vote. */
export const waitingRounds = looked(async () => /** @type {RoundCard[]} */ ((await read('/ballot-rounds?state=open')).items).filter(waits));

/** @param {RoundCard} one */
export const waits = ({ state, mine, mine_returned }) => state === 'open' && mine > mine_returned;

/** A round, for whom this person votes in it, and how many ballots came in. */
export const round = looked(async (id) => {
  const [mine, turnout] = await Promise.all([
    may('deliberation:ballot:cast') ? read(`/ballot-rounds/${id}/my-ballots`) : read(`/ballot-rounds/${id}`).then((found) => ({ round: found, electors: [] })),
    read(`/ballot-rounds/${id}/turnout`),
  ]);
  return { round: /** @type {Round} */ (mine.round), electors: /** @type {Elector[]} */ (mine.electors), turnout: /** @type {Turnout} */ (turnout) };
});

/** The doors of one building with whether their ballots came in; the key is `round/building`. */
export const picture = looked(async (key) => {
  const [id, building] = key.split('/');
  return /** @type {Schemas['RoundPictureOut']} */ (await read(`/ballot-rounds/${id}/picture?building_id=${building}`));
});

/** @param {Round} one @param {Round['may'][number]} step */
export const can = (one, step) => one.may.includes(step);
