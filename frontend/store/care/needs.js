import { slotOf } from '../../lib/outbox/item.js';
import { services } from '../services.js';
import { createDraft } from '../sync/draft.js';
import { today } from '../sync/outbox.js';
import { record, recordCorrection } from '../sync/record.js';
import { emptyNeed, needPayload, pageOf } from './need-form.js';

/** @typedef {import('./need-form.js').NeedForm} NeedForm */

/** @type {ReturnType<typeof createDraft<NeedForm>>} */
const needs = createDraft('assistance_need');
export const needDraft = needs.draft;
export const { addFile, removeFile, showErrors, close: closeNeed, reopen: openAsItIs } = needs;

/** A consent has one photo of its page; the next one taken is meant instead. @param {Blob} file */
export async function takePage(file) {
  const taken = await needs.addFile(file);
  for (const { sha256 } of needDraft.peek()?.item.attachments.slice(0, -1) ?? []) await needs.removeFile(sha256);
  return taken;
}

/** A yes is a yes to one kind of help. @param {Partial<NeedForm>} change */
export const answerNeed = (change) => needs.answer(change.kind ? { said_yes: false, ...change } : change);

/** @param {{ household: string, label: string }} door */
export const openNeed = ({ household, label }) =>
  needs.open({ order_key: household, label, about: null }, () => emptyNeed(today.peek()));

/** A need the server refused, to be put right. Consent to another kind of help is asked for again. @param {import('../../lib/outbox/item.js').Item} item */
export function reopenNeed(item) {
  /** @type {import('../../types/model.js').AssistanceNeed} */
  const sent = item.payload;
  const { consent, recurrence, emergency } = sent;
  return needs.reopen(item, {
    ...emptyNeed(today.peek()),
    person_name: sent.person_name, under_14: sent.under_14, kind: sent.kind, urgency: sent.urgency, instruction: sent.instruction,
    contact_name: sent.contact_name ?? '', contact_phone: sent.contact_phone ?? '',
    starts_on: sent.starts_on, review_on: sent.review_on ?? '', weekdays: recurrence?.weekdays ?? [], part: recurrence?.part ?? 'morning',
    ground: emergency ? 'emergency' : 'consent', reason: emergency?.reason ?? '',
    given_by: consent?.given_by ?? 'self', guardian_name: consent?.guardian_name ?? '', given_how: consent?.given_how ?? 'spoken_at_door',
    said_yes: consent !== null, given: consent && { id: consent.id, given_at: consent.given_at, kind: sent.kind },
    same: sameNeed(item),
  });
}

/** The need that is registered already; the server's words name it. @param {import('../../lib/outbox/item.js').Item} item */
function sameNeed({ problem }) {
  const exists = problem?.errors.find(({ code }) => code === 'need_exists');
  return exists?.message.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/)?.[0] ?? null;
}

/** @returns {Promise<string>} where it was */
export async function finishNeed() {
  const { item, form } = needDraft.peek() ?? {};
  if (!item || !form) return '';
  const attachments = pageOf(form, item);
  const [slot] = attachments;
  const payload = needPayload(form, {
    household_id: item.order_key,
    consent_id: services.newId(),
    given_at: services.clock.iso(),
    attachment: slot ? slotOf(slot) : null,
  });
  if (item.state === 'draft') await record([{ ...item, attachments, payload, recorded_at: services.clock.iso() }]);
  else await recordCorrection({ ...item, attachments }, payload);
  needs.close();
  return item.label;
}
