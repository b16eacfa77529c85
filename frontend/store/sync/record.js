import { signal } from '../../vendor/signals.js';
import { draftItem, slotOf } from '../../lib/outbox/item.js';
import { corrected } from '../../lib/outbox/states.js';
import { preparePhoto } from '../../lib/photos.js';
import { prepareVoice } from '../../lib/voice.js';
import { accountId, community } from '../identity/session.js';
import { services } from '../services.js';
import { lastRecorded } from './outbox.js';
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
  lastRecorded.value = items.map(({ id }) => id);
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

/** @typedef {import('../../types/model.js').Slot} Slot */

/**
 * Keeps a photo (shrunk) or a voice note on the phone, for an item.
 * @param {Item} item
 * @param {Blob} file
 * @returns {Promise<Slot>} for `withFile`, with the item as it is by then
 * @throws {Error} when the file cannot be read as what it should be
 */
export async function keepFile(item, file) {
  const { subtle } = services;
  if (!subtle) throw new Error('files need a secure page');
  return keepReady(item, await (file.type.startsWith('audio/') ? prepareVoice(file, subtle) : preparePhoto(file, { subtle })));
}

/** @param {Item} item @param {import('../../lib/photos.js').Prepared} ready @returns {Promise<Slot>} */
async function keepReady(item, ready) {
  await services.box.blobs.keep(item, ready);
  show(ready, ready.bytes);
  return slotOf(ready);
}

/** @param {Item} item @param {Slot} slot @returns {Item} */
export const withFile = (item, slot) => ({ ...item, attachments: [...detach(item, slot.sha256).attachments, { ...slot, state: 'waiting' }] });

/** Several photos, already shrunk, with a new item. @param {Item} item @param {import('../../lib/photos.js').Prepared[]} photos @returns {Promise<Item>} */
export const attachReady = async (item, photos) => (await Promise.all(photos.map((photo) => keepReady(item, photo)))).reduce(withFile, item);

/** One file with a new item. @param {Item} item @param {Blob} file @returns {Promise<Item>} @throws {Error} as `keepFile` */
export const attach = async (item, file) => withFile(item, await keepFile(item, file));

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
