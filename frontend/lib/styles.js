import { asset } from './assets.js';

/**
 * The style sheet of screens that a volunteer's phone never waits for; resolves when it is there, or cannot be.
 * @param {string} name `styles/deliberation/index.css`
 */
export function wear(name) {
  const href = asset(name);
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  const settled = new Promise((done) => { sheet.onload = sheet.onerror = done; });
  document.head.append(sheet);
  return settled;
}
