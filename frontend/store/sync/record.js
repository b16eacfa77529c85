import { signal } from '../../vendor/signals.js';
import { draftItem } from '../../lib/outbox/item.js';
import { corrected } from '../../lib/outbox/states.js';
import { preparePhoto } from '../../lib/photos.js';
import { accountId, community } from '../identity/session.js';
import { services } from '../services.js';
import { sendSoon } from './sending.js';

/** @typedef {import('../../lib/outbox/item.js').Item} Item */

/** Small pictures of what was taken, for the screen, by hash. @type {import('../../vendor/signals.js').Signal<Record<string, string>>} */
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
 * Shrinks a photo and keeps it with a draft.
 * @param {Item} item
 * @param {File} file
 * @returns {Promise<Item>} with the photo's slot
 * @throws {Error} when the file cannot be read as a picture
 */
export async function attachPhoto(item, file) {
  if (!services.subtle) throw new Error('photos need a secure page');
  const photo = await preparePhoto(file, { subtle: services.subtle });
  await services.box.blobs.keep(item, photo);
  previews.value = { ...previews.value, [photo.sha256]: URL.createObjectURL(new Blob([photo.bytes], { type: photo.content_type })) };
  const { sha256, size, content_type } = photo;
  const others = item.attachments.filter((one) => one.sha256 !== sha256);
  return { ...item, attachments: [...others, { sha256, size, content_type, state: 'waiting' }] };
}

/** Photos of an item opened again. @param {Item} item */
export async function loadPreviews(item) {
  for (const { sha256, content_type } of item.attachments) {
    const bytes = previews.value[sha256] ? null : await services.box.blobs.read(item.account_id, sha256);
    if (bytes) previews.value = { ...previews.value, [sha256]: URL.createObjectURL(new Blob([bytes], { type: content_type })) };
  }
}

/** @param {Item} item @param {string} sha256 @returns {Item} */
export const detachPhoto = (item, sha256) => ({
  ...item, attachments: item.attachments.filter((one) => one.sha256 !== sha256),
});
