import { slotOf } from '../../../lib/outbox/item.js';
import { create } from '../../office/call.js';
import { services } from '../../services.js';
import { newDraft } from '../../sync/record.js';
import { today } from '../../sync/outbox.js';
import { consentOf, emptyNeed, pageOf } from '../need-form.js';
import { closeNeed, needDraft, openAsItIs } from '../needs.js';
import { duties, needs } from './register.js';
import { sendEvidence } from './suggestions.js';

/**
 * A consent to a need that is registered already. It is asked in the words of the form of needs, and is no
 * record of the outbox: nothing of it is kept on the phone before the server has it.
 * @param {import('./register.js').Need} need
 */
export function beginConsent({ id, household_id, household_code, kind, review_on }) {
  const item = newDraft({ kind: 'assistance_need', order_key: household_id, label: household_code, about: id, payload: null });
  const empty = emptyNeed(today.peek());
  return openAsItIs({ ...item, state: 'received' }, { ...empty, kind, review_on: review_on ?? empty.review_on, ground: 'consent' });
}

/** Sent again, it says the same. */
let sent = { id: '', given_at: '' };

/** @param {string} need @param {string} id of the consent, the same when it is sent again */
export async function giveConsent(need, id) {
  const { item, form } = needDraft.peek() ?? {};
  if (!item || !form) return;
  const [slot] = pageOf(form, item);
  if (sent.id !== id) sent = { id, given_at: services.clock.iso() };
  await create(`/assistance-needs/${need}/consents`, { ...sent, ...consentOf(form, { given_at: sent.given_at, attachment: slot ? slotOf(slot) : null }) });
  if (slot) await sendEvidence(slot);
  closeNeed();
  await Promise.all([needs.load('active'), duties.load()]);
}
