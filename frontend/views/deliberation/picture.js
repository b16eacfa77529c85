import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { pictures, showPicture } from '../../store/deliberation/pictures.js';
import { say } from '../../store/navigation.js';
import { button } from '../../ui/button.js';

/**
 * A picture is fetched when somebody wants to see it: a stairwell's network is slow.
 * @param {{ sha256: string, content_type: string, state: string }} file @param {string} words what it shows
 */
export function picture(file, words) {
  if (file.state !== 'stored') return html`<span class="soft">${words}${t('date.comma')}${t('deliberation.picture_coming')}</span>`;
  const url = pictures.value[file.sha256];
  return url ? html`<img class="whole-photo" src=${url} alt=${words} />` : button({ label: words, icon: 'camera', onClick: () => open(file) });
}

/** @param {{ sha256: string, content_type: string }} file */
async function open(file) {
  if (!(await showPicture(file))) say(t('reading.failed'));
}
