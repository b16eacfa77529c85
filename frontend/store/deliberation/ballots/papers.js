import { create, looked, read, readAll } from '../../office/call.js';
import { createWithPhotos } from '../../office/files.js';

/**
 * Paper ballots: typed in by one person, read once more by another; and the papers to print.
 * @typedef {import('./rounds.js').Schemas} Schemas
 * @typedef {Schemas['PaperBallotOut']} Paper
 * @typedef {Schemas['ElectorOut']} Elector
 * @typedef {Schemas['PaperRecorded']} Recorded
 * @typedef {import('../../office/files.js').Prepared} Prepared
 */

/** The round with its papers; the newest first. */
export const papers = looked(async (id) => {
  const [one, items] = await Promise.all([read(`/ballot-rounds/${id}`), readAll(`/ballot-rounds/${id}/paper-ballots`)]);
  return { round: /** @type {Schemas['RoundOut']} */ (one), papers: /** @type {Paper[]} */ (items).reverse() };
});

/** Electors by a printed code or the beginning of a door. @param {string} id @param {string} code @returns {Promise<Elector[]>} */
export const findElectors = async (id, code) => (await read(`/ballot-rounds/${id}/electors?limit=20&code=${encodeURIComponent(code)}`)).items;

/** @param {string} id @param {Schemas['PaperBallotIn']} body @param {Prepared[]} photos @returns {Promise<Recorded>} */
export const recordPaper = (id, body, photos) => createWithPhotos(`/ballot-rounds/${id}/paper-ballots`, body, photos);

/** @param {string} id @param {string} paper @param {Schemas['PaperConfirmationIn']} body @returns {Promise<Recorded>} */
export const confirmPaper = (id, paper, body) => create(`/ballot-rounds/${id}/paper-ballots/${paper}/confirmation`, body);

/** @param {string} id @param {string} paper @param {Schemas['StrikeIn']} body @returns {Promise<Paper>} */
export const strikePaper = (id, paper, body) => create(`/ballot-rounds/${id}/paper-ballots/${paper}/strike`, body);

/** @param {string} id @param {string} paper @param {Schemas['StrikeAgreementIn']} body @returns {Promise<Paper>} */
export const agreeToStrike = (id, paper, body) => create(`/ballot-rounds/${id}/paper-ballots/${paper}/strike/agreement`, body);

/** What is printed for one building; the key is `round/building`, the building may be missing. */
export const printed = looked(async (key) => {
  const [id, building] = key.split('/');
  const [one, turnout, items] = await Promise.all([read(`/ballot-rounds/${id}`), read(`/ballot-rounds/${id}/turnout`), building ? readAll(`/ballot-rounds/${id}/printed-ballots?building_id=${building}`) : []]);
  return { round: /** @type {Schemas['RoundOut']} */ (one), turnout: /** @type {Schemas['TurnoutOut']} */ (turnout), papers: /** @type {Schemas['PrintedBallotOut'][]} */ (items) };
});
