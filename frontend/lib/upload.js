import { NotReached, Problem } from './problem.js';

const BASE = '/api/v1';

/**
 * Sends one file and tells how far it has come, which `fetch` cannot.
 * @param {string} path
 * @param {Blob} file
 * @param {{ language: string, onProgress: (share: number) => void, signal: AbortSignal }} how `share` of what was sent, 0 to 1
 * @returns {Promise<any>} the server's answer
 * @throws {Problem} the server refused it
 * @throws {NotReached} no answer, a stranger's answer, or given up by the person
 */
export function upload(path, file, { language, onProgress, signal }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', BASE + path);
    for (const [name, value] of Object.entries({ 'X-Linli': '1', Accept: 'application/json', 'Accept-Language': language, 'Content-Type': 'application/octet-stream' })) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onerror = () => reject(new NotReached('offline'));
    request.onabort = () => reject(new NotReached('offline'));
    request.onload = () => settle(request, resolve, reject);
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** @param {XMLHttpRequest} request @param {(data: any) => void} resolve @param {(error: Error) => void} reject */
function settle(request, resolve, reject) {
  const data = request.getResponseHeader('X-Request-Id') ? parsed(request.responseText) : null;
  if (data === null) reject(new NotReached('not_linli', request.status));
  else if (request.status < 300) resolve(data);
  else reject(new Problem(request.status, { code: 'other', ...data }));
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
