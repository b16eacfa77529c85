import { slotOf } from '../../lib/outbox/item.js';
import { t } from '../../lib/i18n.js';
import { inCommunity } from '../identity/session.js';
import { services } from '../services.js';
import { createDraft } from '../sync/draft.js';
import { record, recordCorrection } from '../sync/record.js';
import { todayResource } from './today.js';

/**
 * @typedef {import('../../types/model.js').CareTask} CareTask
 * @typedef {import('../../types/model.js').AssistanceVisit} AssistanceVisit
 *
 * @typedef {object} HelpForm
 * @property {AssistanceVisit['outcome'] | null} outcome
 * @property {AssistanceVisit['did']} did
 * @property {string} minutes
 * @property {boolean} follow_up
 * @property {string} note
 */

/** @type {ReturnType<typeof createDraft<HelpForm>>} */
const visits = createDraft('assistance_visit');
export const helpDraft = visits.draft;
export const { answer: answerHelp, addFile, removeFile, showErrors, close: closeHelp } = visits;

/** @param {CareTask} task @param {string} label */
export const openHelp = (task, label) => visits.open({ order_key: task.household_id ?? task.id, label, about: task.id }, () => ({
  outcome: null, did: [task.kind], minutes: '30', follow_up: false, note: '',
}));

/** @param {import('../../lib/outbox/item.js').Item} item */
export const reopenHelp = (item) => visits.reopen(item, {
  ...item.payload, minutes: String(item.payload.minutes), note: item.payload.note ?? '',
});

/** @param {HelpForm} form @returns {Record<string, string>} */
export const helpErrors = ({ outcome }) => (outcome ? {} : { outcome: t('help.error.outcome') });

/** Nothing was done behind a closed door. @param {HelpForm} form */
export const wasDone = ({ outcome }) => outcome === 'done' || outcome === 'partly';

/** @param {HelpForm} form @returns {Record<string, string>} */
export const didErrors = ({ did }) => (did.length ? {} : { did: t('help.error.did') });

/** @param {HelpForm} form @returns {Record<string, string>} */
export function minutesErrors(form) {
  const minutes = Number(form.minutes);
  return Number.isInteger(minutes) && minutes > 0 && minutes <= 600 ? {} : { minutes: t('help.error.minutes') };
}

/** @returns {Promise<string>} where it was */
export async function finishHelp() {
  const { item, form } = helpDraft.peek() ?? {};
  if (!item || !form) return '';
  const draft = item.state === 'draft';
  /** @type {AssistanceVisit} */
  const payload = {
    care_task_id: item.about,
    household_id: item.order_key,
    happened_at: draft ? services.clock.iso() : item.payload.happened_at,
    did: wasDone(form) ? form.did : [],
    minutes: wasDone(form) ? Number(form.minutes) : 0,
    outcome: form.outcome ?? 'done',
    follow_up: form.follow_up,
    note: form.note.trim() || null,
    attachments: item.attachments.map(slotOf),
  };
  if (draft) await record([{ ...item, payload, recorded_at: services.clock.iso() }]);
  else await recordCorrection(item, payload);
  visits.close();
  return item.label;
}

/**
 * Back to whoever can, or to a named neighbour who is asked to accept.
 * @param {string} taskId @param {{ to: string | null, reason: string }} how @param {string} key of this attempt
 */
export async function passOn(taskId, { to, reason }, key) {
  const [verb, body] = to ? ['handover', { to_account_id: to, reason }] : ['decline', { reason }];
  await services.api.request('POST', inCommunity(`/care-tasks/${taskId}/${verb}`), { body, idempotencyKey: key });
  await todayResource.load();
}

/**
 * Accepting and declining change what others see, so they need the server.
 * @param {string} taskId
 * @param {'acceptance' | 'decline'} verb
 * @param {object} [body]
 */
export async function answerTask(taskId, verb, body = {}) {
  await services.api.request('POST', inCommunity(`/care-tasks/${taskId}/${verb}`), { body, idempotencyKey: services.newId() });
  await todayResource.load();
}
