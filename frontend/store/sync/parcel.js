import { closeParcel, openParcel } from '../../lib/outbox/handover.js';
import { draftItem, lifted, slotOf } from '../../lib/outbox/item.js';
import { accountId } from '../identity/session.js';
import { services } from '../services.js';
import { record } from './record.js';

/**
 * Handing over: records that this phone cannot get rid of go to another's in an encrypted file.
 * @typedef {import('../../lib/outbox/item.js').Item} Item
 */

/** Long enough to say over a counter, too long to guess. */
const PASSWORD_BYTES = 6;

/** Without letters that are mistaken for others when read aloud. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';

/** @returns {string} three groups of four signs */
export function newPassword() {
  const bytes = services.fill(new Uint8Array(PASSWORD_BYTES * 2));
  const signs = Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return (signs.match(/.{4}/g) ?? []).join('-');
}

/**
 * @param {Item[]} items
 * @param {string} password
 * @returns {Promise<Blob>} the file; the items are marked as handed over, and stay
 */
export async function packParcel(items, password) {
  if (!services.subtle) throw new Error('sealing needs a secure page');
  const opened = await services.box.open(items);
  const text = await closeParcel({ subtle: services.subtle, fill: services.fill }, { items: opened, files: await filesOf(items) }, password);
  return new Blob([text], { type: 'application/json' });
}

/** @param {Item[]} items */
export const markHandedOver = (items) => services.box.change(items.map(({ id }) => id), (item) =>
  (item.state === 'received' ? item : { ...item, handed_over_at: services.clock.iso() }));

/** @param {Item[]} items */
async function filesOf(items) {
  const files = [];
  for (const { account_id, attachments } of items) {
    for (const { sha256, content_type } of attachments) {
      const bytes = await services.box.blobs.read(account_id, sha256);
      if (bytes) files.push({ sha256, content_type, bytes });
    }
  }
  return files;
}

/** @param {string} text @param {string} password @returns {ReturnType<typeof openParcel>} */
export const unpackParcel = async (text, password) => (services.subtle ? openParcel(services.subtle, text, password) : null);

/**
 * Takes another's records into this outbox. They keep their ids: should both phones send them, they count once.
 * @param {import('../../lib/outbox/handover.js').Parcel} parcel
 */
export async function adoptParcel({ items, files }) {
  const mine = items.map((item) => ({ ...draftItem({ ...lifted(item), account_id: accountId.peek() ?? '', attachments: item.attachments.map(slotOf) }) }));
  for (const item of mine) {
    for (const file of files.filter(({ sha256 }) => item.attachments.some((slot) => slot.sha256 === sha256))) {
      await services.box.blobs.keep(item, file);
    }
  }
  await record(mine);
}
