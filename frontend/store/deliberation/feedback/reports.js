import { act, looked, read, readAll } from '../../office/call.js';
import { resource } from '../../resource.js';

/**
 * @typedef {import('../../../types/model.js').Feedback} Feedback
 * @typedef {import('../../../types/model.js').FeedbackDetail} FeedbackDetail
 * @typedef {'open' | 'mine' | 'ended' | 'to_answer'} Which
 */

/** The list in one of its parts; what was read last is there without a network. */
export const reports = resource({
  name: (which) => `feedback:${which}`,
  fetch: async (which) => /** @type {Feedback[]} */ (await readAll(`/feedback?which=${which}`)),
});

/** Where this person lives: what a report begins with. */
export const homePlace = resource({
  name: () => 'feedback-home',
  fetch: async () => /** @type {import('../../../types/model.js').HomePlace} */ (await read('/feedback/home-place')),
});

/** One report with all that was done about it: its photos and words are not kept on the phone. */
export const report = looked(async (id) => /** @type {FeedbackDetail} */ (await read(`/feedback/${id}`)));

/** A step about the report that is open; the screen shows what became of it. */
const step = (/** @type {string} */ verb) => async (/** @type {string} */ id, /** @type {string} */ key, /** @type {object} */ body = {}) => {
  await act(`/feedback/${id}/${verb}`, key, body);
  await report.load(id);
};

export const answerReport = step('answer');
export const sayFixed = step('fixing');
export const separateReport = step('separation');
export const declineReport = step('declining');
