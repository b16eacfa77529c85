import { NotReached } from '../../../lib/problem.js';
import { read } from '../../office/call.js';
import { resource } from '../../resource.js';
import { services } from '../../services.js';
import { createDraft } from '../../sync/draft.js';
import { record, recordCorrection } from '../../sync/record.js';
import { alike, emptyForm, formOf, payloadOf, spotOf } from './form.js';
import { homePlace, reports } from './reports.js';

/**
 * Reporting: on the phone first, sent when it can be.
 * @typedef {import('./form.js').FeedbackForm} FeedbackForm
 * @typedef {import('../../../types/model.js').Feedback} Feedback
 */

const KIND = 'feedback';

/** @type {ReturnType<typeof createDraft<FeedbackForm>>} */
const drafts = createDraft(KIND);
export const reportDraft = drafts.draft;
export const { addFile, removeFile, showErrors, close: closeReport } = drafts;

/** @param {string} label until the place is told */
export const openReport = (label) => drafts.open({ order_key: KIND, label, about: null }, emptyForm);

/** @param {import('../../../lib/outbox/item.js').Item} item as it was refused */
export const correctReport = (item) => drafts.reopen(item, formOf(item.payload));

const home = () => homePlace.reading.peek().value;

/** Open reports like this one, asked anew when what it is or where changes. */
export const similar = resource({
  name: () => '', keep: async () => {}, read: async () => null,
  fetch: async (key) => {
    const { kind, ...spot } = JSON.parse(key);
    const told = Object.entries({ kind, ...spot }).filter(([, value]) => value !== null);
    try {
      return /** @type {Feedback[]} */ ((await read(`/feedback/similar?${new URLSearchParams(Object.fromEntries(told))}`)).items);
    } catch (error) {
      if (!(error instanceof NotReached)) throw error;
      return alike(reports.reading.peek().value ?? [], kind, spot);
    }
  },
});

/** @param {Partial<FeedbackForm>} change */
export function answerReportForm(change) {
  drafts.answer(change);
  if (!('words' in change) && !('place' in change) && !('same_as' in change)) lookAround();
}

/** What was reported already, near it or of its kind. */
export function lookAround() {
  const form = reportDraft.peek()?.form;
  if (form?.kind) void similar.load(JSON.stringify({ kind: form.kind, ...spotOf(form, home()) }));
}

/** Done: from here on it is in the outbox, after what was reported of the same place. @param {string} label */
export async function finishReport(label) {
  const { item, form } = reportDraft.peek() ?? {};
  if (!item || !form) return;
  const fresh = item.state === 'draft';
  const payload = payloadOf(form, home(), fresh ? services.clock.iso() : item.payload.happened_at);
  const placed = { ...item, label, order_key: `${KIND}/${payload.building_id ?? ''}` };
  if (fresh) await record([{ ...placed, payload, recorded_at: services.clock.iso() }]);
  else await recordCorrection(placed, payload);
  drafts.close();
}
