import { signal } from '../../../vendor/signals.js';
import { slotOf } from '../../../lib/outbox/item.js';
import { accountId, inCommunity } from '../../identity/session.js';
import { act, create, looked, newId, read } from '../../office/call.js';
import { services } from '../../services.js';
import { discard } from '../../sync/outbox.js';
import { needPayload, pageOf } from '../need-form.js';
import { closeNeed, needDraft } from '../needs.js';

/**
 * Doors to ask at: what a volunteer or the roster noticed. Confirmed with the person's consent, or let go.
 * @typedef {{ id: string, source: 'door_visit' | 'roster', household_id: string, household_code: string, building_code: string | null, floor: number | null, door: string, made_at: string }} Suggestion
 * @typedef {{ id: string, kinds: import('../../../types/model.js').NeedKind[], note: string | null }} Noticed
 */

const PATH = '/need-suggestions';

export const suggestions = looked(async () => /** @type {Suggestion[]} */ ((await read(PATH)).items));

/** What was noticed, after an opening on record. @type {import('../../../vendor/signals.js').Signal<Noticed | null>} */
export const noticed = signal(null);

/** @param {string} suggestion @param {{ id: string, purpose: string }} body */
export async function openNoticed(suggestion, body) {
  noticed.value = await create(`${PATH}/${suggestion}/openings`, body);
}

/** @param {string} suggestion @param {string} reason @param {string} key */
export async function dismiss(suggestion, reason, key) {
  await act(`${PATH}/${suggestion}/dismissal`, key, { reason });
  noticed.value = null;
  await suggestions.load();
}

/** What belongs to one confirmation, so that sending it again sends the same. */
let sent = { need: '', consent_id: '', given_at: '' };

/**
 * Registers the need as it stands in the draft. The draft stays on the phone until the server has it.
 * @param {string} suggestion
 */
export async function confirm(suggestion) {
  const { item, form } = needDraft.peek() ?? {};
  if (!item || !form) return;
  if (sent.need !== item.id) sent = { need: item.id, consent_id: newId(), given_at: services.clock.iso() };
  const [slot] = pageOf(form, item);
  const payload = needPayload(form, { household_id: item.order_key, consent_id: sent.consent_id, given_at: sent.given_at, attachment: slot ? slotOf(slot) : null });
  await create(`${PATH}/${suggestion}/confirmation`, { ...payload, id: item.id });
  if (slot) await sendEvidence(slot);
  closeNeed();
  await discard(item);
  noticed.value = null;
  await suggestions.load();
}

/** The photo of the signed form. @param {import('../../../lib/outbox/item.js').Slot} slot */
export async function sendEvidence({ sha256, content_type }) {
  const bytes = await services.box.blobs.read(accountId.peek() ?? '', sha256);
  if (bytes) await services.api.request('PUT', inCommunity(`/attachments/${sha256}`), { bytes, contentType: content_type, timeoutMs: 120_000 });
}
