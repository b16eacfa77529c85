import { act, looked, readAll } from '../../office/call.js';
import { services } from '../../services.js';
import { createDraft } from '../../sync/draft.js';
import { record, recordCorrection } from '../../sync/record.js';

/**
 * What residents write to whoever speaks for their building, and the answers. A message is on the phone
 * first and sent when it can be; what was read is not kept: it is between two people.
 * @typedef {import('../../../types/model.js').Message} Message
 * @typedef {'received' | 'mine'} Which
 */

const KIND = 'representative_message';

export const messages = looked(async (which) => /** @type {Message[]} */ (await readAll(which === 'received' ? '/messages' : '/my-messages')));

/** @type {ReturnType<typeof createDraft<{ words: string }>>} */
const drafts = createDraft(KIND);
export const messageDraft = drafts.draft;
export const { answer: answerMessageForm, showErrors, close: closeMessage } = drafts;

/** @param {string} mandate @param {string} name of who is written to */
export const openMessage = (mandate, name) => drafts.open({ order_key: `${KIND}/${mandate}`, label: name, about: mandate }, () => ({ words: '' }));

/** A message the server refused, to be put right. @param {import('../../../lib/outbox/item.js').Item} item */
export const correctMessage = (item) => drafts.reopen(item, { words: item.payload.words });

/** Done: from here on it is in the outbox. */
export async function finishMessage() {
  const { item, form } = messageDraft.peek() ?? {};
  if (!item || !form) return;
  const payload = { mandate_id: item.about ?? '', words: form.words.trim() };
  if (item.state === 'draft') await record([{ ...item, payload, recorded_at: services.clock.iso() }]);
  else await recordCorrection(item, payload);
  drafts.close();
}

/** @param {string} id @param {string} key @param {string} words */
export async function answerMessage(id, key, words) {
  await act(`/messages/${id}/answer`, key, { words });
  await messages.load('received');
}
