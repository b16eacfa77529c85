import { signal } from '../../vendor/signals.js';
import { draftItem } from '../../lib/outbox/item.js';
import { corrected } from '../../lib/outbox/states.js';
import { preparePhoto } from '../../lib/photos.js';
import { prepareVoice } from '../../lib/voice.js';
import { accountId, community } from '../identity/session.js';
import { services } from '../services.js';
import { sendSoon } from './sending.js';

/** @typedef {import('../../lib/outbox/item.js').Item} Item */

/** What was taken, for the screen, by hash. @type {import('../../vendor/signals.js').Signal<Record<string, string>>} */
export const previews = signal({});

/**
 * A new thing to record, not yet kept.
 * @param {{ kind: string, order_key: string, label: string, about: string | null, payload: any }} what
 */
export function newDraft(what) {
  return draftItem({
    ...what,
    id: services.newId(),
    account_id: accountId.peek() ?? '',
    community_id: community.peek()?.id ?? '',
    recorded_at: services.clock.iso(),
    clock_drift_seconds: services.clock.driftSeconds(),
  });
}

/**
 * Written to the phone first, durably; sent when it can be. Resolves when it is on the disk.
 * @param {Item[]} items
 */
export async function record(items) {
  await services.box.queue(items);
  void sendSoon();
}

/**
 * What the server would not take, put right by a person.
 * @param {Item} item as it was refused
 * @param {any} payload
 */
export async function recordCorrection(item, payload) {
  const [next, old] = corrected(item, payload, services.newId);
  if (next) await record([next]);
  if (old) await services.box.change([old.id], (row) => ({ ...row, replaced_by: old.replaced_by }));
}

/**
 * Keeps a photo (shrunk) or a voice note with a draft.
 * @param {Item} item
 * @param {Blob} file
 * @returns {Promise<Item>} with the file's slot
 * @throws {Error} when the file cannot be read as what it should be
 */
export async function attach(item, file) {
  const { subtle } = services;
  if (!subtle) throw new Error('files need a secure page');
  const ready = await (file.type.startsWith('audio/') ? prepareVoice(file, subtle) : preparePhoto(file, { subtle }));
  await services.box.blobs.keep(item, ready);
  const { bytes, ...slot } = ready;
  show(slot, bytes);
  const others = item.attachments.filter(({ sha256 }) => sha256 !== slot.sha256);
  return { ...item, attachments: [...others, { ...slot, state: 'waiting' }] };
}

/** @param {{ sha256: string, content_type: string }} slot @param {ArrayBuffer} bytes */
function show({ sha256, content_type }, bytes) {
  previews.value = { ...previews.value, [sha256]: URL.createObjectURL(new Blob([bytes], { type: content_type })) };
}

/** Photos and voice notes of an item opened again. @param {Item} item */
export async function loadPreviews(item) {
  for (const slot of item.attachments) {
    const bytes = previews.value[slot.sha256] ? null : await services.box.blobs.read(item.account_id, slot.sha256);
    if (bytes) show(slot, bytes);
  }
}

/** @param {Item} item @param {string} sha256 @returns {Item} */
export const detach = (item, sha256) => ({
  ...item, attachments: item.attachments.filter((one) => one.sha256 !== sha256),
});
