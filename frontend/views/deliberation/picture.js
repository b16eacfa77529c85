import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { pictures, showPicture } from '../../store/deliberation/pictures.js';
import { say } from '../../store/navigation.js';
import { button } from '../../ui/button.js';

/** @typedef {{ sha256: string, content_type: string, state: string }} File a photo, or something spoken */

/** What came with something that was said. @param {File[]} files */
export const attached = (files) => files.map((file, at) => html`<div key=${file.sha256}>${picture(file, t(isSound(file) ? 'deliberation.spoken' : 'deliberation.photo', { n: at + 1 }))}</div>`);

/**
 * It is fetched when somebody wants to see or hear it: a stairwell's network is slow.
 * @param {File} file @param {string} words what it shows
 */
export function picture(file, words) {
  if (file.state !== 'stored') return html`<span class="soft">${words}${t('date.comma')}${t('deliberation.picture_coming')}</span>`;
  const url = pictures.value[file.sha256];
  if (!url) return button({ label: words, icon: isSound(file) ? 'volume-2' : 'camera', onClick: () => open(file) });
  return isSound(file) ? html`<audio controls src=${url} aria-label=${words}></audio>` : html`<img class="whole-photo" src=${url} alt=${words} />`;
}

/** @param {File} file */
const isSound = ({ content_type }) => content_type.startsWith('audio/');

/** @param {File} file */
async function open(file) {
  if (!(await showPicture(file))) say(t('reading.failed'));
}
