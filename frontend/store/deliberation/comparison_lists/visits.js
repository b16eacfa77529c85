import { slotOf } from '../../../lib/outbox/item.js';
import { sha256Hex } from '../../../lib/hash.js';
import { create } from '../../office/call.js';
import { createWithPhotos, sendFile } from '../../office/files.js';
import { services } from '../../services.js';

/**
 * Reporting and signing a site visit.
 * @typedef {import('../../../lib/photos.js').Prepared} Prepared
 */

/** @param {Blob} drawing a PNG @returns {Promise<Prepared>} */
export async function takeDrawing(drawing) {
  if (!services.subtle) throw new Error('files need a secure page');
  const bytes = await drawing.arrayBuffer();
  return { sha256: await sha256Hex(services.subtle, bytes), size: bytes.byteLength, content_type: 'image/png', bytes };
}

/**
 * @param {string} listId
 * @param {{ id: string, option: string, visited_on: string, place: string, visitors: string, findings: string }} body
 * @param {Prepared[]} photos
 */
export const reportVisit = (listId, body, photos) => createWithPhotos(`/comparison-lists/${listId}/site-visit-reports`, body, photos);

/** @param {string} reportId @param {{ id: string, name: string }} body @param {Prepared | null} drawn */
export async function signReport(reportId, body, drawn) {
  const made = await create(`/site-visit-reports/${reportId}/signatures`, { ...body, drawn: drawn ? slotOf(drawn) : null });
  if (drawn) await sendFile(drawn);
  return made;
}
