import { sha256Hex } from '../../../lib/hash.js';
import { preparePhoto } from '../../../lib/photos.js';
import { inCommunity } from '../../identity/session.js';
import { create } from '../../office/call.js';
import { services } from '../../services.js';

/**
 * Reporting and signing a site visit. A photo is drawn anew on the phone, so that it says nothing of where
 * it was taken; it follows its report by hash.
 * @typedef {import('../../../lib/photos.js').Prepared} Prepared
 * @typedef {Prepared & { url: string }} Kept
 */

const FILE_MS = 120_000;

/** @param {File | Blob} file @returns {Promise<Kept>} */
export async function takePhoto(file) {
  if (!services.subtle) throw new Error('files need a secure page');
  const made = await preparePhoto(file, { subtle: services.subtle });
  return { ...made, url: URL.createObjectURL(new Blob([made.bytes], { type: made.content_type })) };
}

/** @param {Blob} drawing a PNG @returns {Promise<Prepared>} */
export async function takeDrawing(drawing) {
  if (!services.subtle) throw new Error('files need a secure page');
  const bytes = await drawing.arrayBuffer();
  return { sha256: await sha256Hex(services.subtle, bytes), size: bytes.byteLength, content_type: 'image/png', bytes };
}

/** On an address that is not encrypted the browser cannot hash a file, so none can be sent. */
export const canSendFiles = () => Boolean(services.subtle);

/** @param {Prepared} file */
const slotOf = ({ sha256, size, content_type }) => ({ sha256, size, content_type });

/** @param {Prepared} file */
const send = ({ sha256, bytes, content_type }) => services.api.request('PUT', inCommunity(`/attachments/${sha256}`), { bytes, contentType: content_type, timeoutMs: FILE_MS });

/**
 * @param {string} listId
 * @param {{ id: string, option: string, visited_on: string, place: string, visitors: string, findings: string }} body
 * @param {Prepared[]} photos
 */
export async function reportVisit(listId, body, photos) {
  const made = await create(`/comparison-lists/${listId}/site-visit-reports`, { ...body, attachments: photos.map(slotOf) });
  for (const photo of photos) await send(photo);
  return made;
}

/** @param {string} reportId @param {{ id: string, name: string }} body @param {Prepared | null} drawn */
export async function signReport(reportId, body, drawn) {
  const made = await create(`/site-visit-reports/${reportId}/signatures`, { ...body, drawn: drawn ? slotOf(drawn) : null });
  if (drawn) await send(drawn);
  return made;
}
