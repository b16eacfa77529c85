import { slotOf } from '../../lib/outbox/item.js';
import { preparePhoto } from '../../lib/photos.js';
import { inCommunity } from '../identity/session.js';
import { services } from '../services.js';
import { create } from './call.js';

/**
 * Photos that follow at once what the desk makes. A photo is drawn anew on the phone, so that it says
 * nothing of where it was taken; it is sent by hash, so that sending it again does nothing twice.
 * @typedef {import('../../lib/photos.js').Prepared} Prepared
 * @typedef {Prepared & { url: string }} Kept
 */

const FILE_MS = 120_000;

/** On an address that is not encrypted the browser cannot hash a file, so none can be sent. */
export const canSendFiles = () => Boolean(services.subtle);

/** @param {File | Blob} file @returns {Promise<Kept>} */
export async function takePhoto(file) {
  if (!services.subtle) throw new Error('files need a secure page');
  const made = await preparePhoto(file, { subtle: services.subtle });
  return { ...made, url: URL.createObjectURL(new Blob([made.bytes], { type: made.content_type })) };
}

/** @param {Prepared} file */
export const sendFile = ({ sha256, bytes, content_type }) => services.api.request('PUT', inCommunity(`/attachments/${sha256}`), { bytes, contentType: content_type, timeoutMs: FILE_MS });

/**
 * Makes something that declares its photos, then sends them.
 * @param {string} path @param {{ id: string } & Record<string, any>} body @param {Prepared[]} photos @returns {Promise<any>} what was made
 */
export async function createWithPhotos(path, body, photos) {
  const made = await create(path, { ...body, attachments: photos.map(slotOf) });
  for (const photo of photos) await sendFile(photo);
  return made;
}

/** @param {string} sha256 @returns {Promise<string>} an address to show it from */
export async function fileUrl(sha256) {
  const bytes = await services.api.bytes(inCommunity(`/attachments/${sha256}`));
  return URL.createObjectURL(new Blob([bytes]));
}
