import { NotReached } from '../../../lib/problem.js';
import { inCommunity } from '../../identity/session.js';
import { looked } from '../../office/call.js';
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

/** So long a report waits to hear whether it is a second one, in ms; then the phone's own list has to do. */
const PATIENCE_MS = 4_000;

/** Open reports like this one, asked anew when what it is or where changes. */
export const similar = looked(async (key) => {
  const { kind, ...spot } = JSON.parse(key);
  const told = Object.entries({ kind, ...spot }).filter(([, value]) => value !== null);
  try {
    const path = inCommunity(`/feedback/similar?${new URLSearchParams(Object.fromEntries(told))}`);
    const { data } = await services.api.request('GET', path, { timeoutMs: PATIENCE_MS });
    return { items: /** @type {Feedback[]} */ (data.items), asked: true };
  } catch (error) {
    if (!(error instanceof NotReached)) throw error;
    return { items: alike(reports.reading.peek().value ?? [], kind, spot), asked: false };
  }
});

/** What makes another report the same: what it is, and where. @type {(keyof FeedbackForm)[]} */
const TOLD_APART_BY = ['kind', 'where', 'building', 'stairwell', 'floor'];

/** @param {Partial<FeedbackForm>} change */
export function answerReportForm(change) {
  const another = TOLD_APART_BY.some((name) => name in change);
  drafts.answer(another ? { ...change, same_as: '' } : change);
  if (another) void lookAround();
}

/** What is being looked for now. */
let looking = Promise.resolve();

/** What was reported already, near it or of its kind. */
export function lookAround() {
  const form = reportDraft.peek()?.form;
  if (form?.kind) looking = similar.load(JSON.stringify({ kind: form.kind, ...spotOf(form, home()) }));
  return looking;
}

/** Whether, once all was looked through, there is something like it that was not on the screen before. */
export async function foundMeanwhile() {
  const shown = similar.reading.peek().value?.items.length;
  await looking;
  return !shown && !!similar.reading.peek().value?.items.length;
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
