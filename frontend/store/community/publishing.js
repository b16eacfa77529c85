import { sha256Hex } from '../../lib/hash.js';
import { inCommunity } from '../identity/session.js';
import { create } from '../office/call.js';
import { services } from '../services.js';
import { handbook } from './handbook.js';

/**
 * Writing the handbook and notices.
 * @typedef {{ id: string, project_id: string | null, title: string, category: 'policy' | 'quality' | 'maintenance' | 'other' }} DocumentBody
 * @typedef {{ id: string, format: 'markdown', body: string } | { id: string, format: 'pdf', attachment_sha256: string, attachment_size: number }} VersionBody
 */

const PDF = 'application/pdf';
/** A large PDF over a slow line. */
const FILE_MS = 180_000;

/** @param {DocumentBody} body @returns {Promise<{ id: string }>} */
export async function addDocument(body) {
  const made = await create('/handbook-documents', body);
  await handbook.load();
  return made;
}

/** @param {string} document @param {{ id: string, markdown: string, file: File | null }} version */
export async function publishVersion(document, { id, markdown, file }) {
  const path = `/handbook-documents/${document}/versions`;
  if (file) await publishPdf(path, id, file);
  else await create(path, { id, format: 'markdown', body: markdown });
  await handbook.load();
}

/** On an address that is not encrypted the browser cannot hash a file, so none can be sent. */
export const canSendFiles = () => Boolean(services.subtle);

/** The version declares its file by hash, then the file follows. @param {string} path @param {string} id @param {File} file */
async function publishPdf(path, id, file) {
  if (!services.subtle) throw new Error('files need a secure page');
  const bytes = await file.arrayBuffer();
  const hash = await sha256Hex(services.subtle, bytes);
  await create(path, { id, format: 'pdf', attachment_sha256: hash, attachment_size: bytes.byteLength });
  await services.api.request('PUT', inCommunity(`/attachments/${hash}`), { bytes, contentType: PDF, timeoutMs: FILE_MS });
}

/** @param {{ id: string, project_id: string | null, title: string, body_markdown: string, published_on: string, until: string }} body @returns {Promise<{ id: string }>} */
export const publishNotice = (body) => create('/public-notices', body);
