import { signal } from '../../../vendor/signals.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { photographMinutes, photosHere } from '../../../store/deliberation/sessions/records.js';
import { minutesToRead, withdrawPhoto } from '../../../store/deliberation/sessions/sessions.js';
import { say } from '../../../store/navigation.js';
import { items } from '../../../store/sync/outbox.js';
import { loadPreviews, previews } from '../../../store/sync/record.js';
import { button } from '../../../ui/button.js';
import { photoField } from '../../../ui/photos.js';
import { whenWords } from '../../dates.js';
import { ask } from '../../office/ask.js';
import { sayKept } from '../kept.js';
import { picture } from '../picture.js';
import { titleOf } from './words.js';

/**
 * Photos of the minutes: taken at the desk, also without a network, and read with the minutes.
 * @typedef {import('../../../types/model.js').Minutes['photos'][number]} Photo
 */

const unreadable = signal(false);

/** Those taken on this phone before it was opened again. @param {string} id */
export async function openPhotos(id) {
  unreadable.value = false;
  await minutesToRead.load(id);
  for (const item of items.peek()) if (item.about === id && item.kind === 'minutes_photo' && item.state !== 'received') await loadPreviews(item);
}

/** @param {Photo[]} photos */
export const minutesPhotos = (photos) => (photos.length ? html`<section class="section stack"><h2>${t('sessions.photos')}</h2>${photos.map(shownPhoto)}</section>` : null);

/** @param {Photo} photo @param {number} at */
const shownPhoto = (photo, at) => html`<figure class="stack-tight" key=${photo.id}>${picture(photo, t('sessions.photo', { n: at + 1 }))}
  <figcaption class="soft">${t('sessions.photo_by', { name: photo.by_name, time: whenWords(photo.taken_at) })}</figcaption></figure>`;

/** While minutes are written. @param {import('../../../types/model.js').SessionDetail} one */
export function photosDesk(one) {
  const { value, storedAt } = minutesToRead.reading.value;
  const photos = value?.photos ?? [];
  const here = photosHere(one.id, photos, storedAt);
  return html`<div class="stack"><h3>${t('sessions.photos')}</h3>
    ${photos.map((photo, at) => html`<div class="stack-tight" key=${photo.id}>${shownPhoto(photo, at)}
      ${button({ label: t('sessions.photo_out'), kind: 'quiet', onClick: () => takeOut(one.id, photo) })}</div>`)}
    ${here.map(({ id, attachments }) => html`<figure class="stack-tight" key=${id}>${attachments.map(({ sha256 }) => html`<img class="whole-photo" key=${sha256} src=${previews.value[sha256] ?? ''} alt=${t('sessions.photos')} />`)}
      <figcaption class="soft">${t('sessions.photo_here')}</figcaption></figure>`)}
    ${photoField({ id: 'minutes-photo', photos: [], why: t('sessions.photos_more'), error: unreadable.value ? t('photo.unreadable') : undefined, onAdd: (file) => take(one, file), onRemove: () => {} })}</div>`;
}

/** @param {import('../../../types/model.js').SessionDetail} one @param {Blob} file */
async function take(one, file) {
  unreadable.value = false;
  try {
    await photographMinutes({ id: one.id, label: titleOf(one) }, file);
    sayKept();
  } catch {
    unreadable.value = true;
  }
}

/** @param {string} id @param {Photo} photo */
const takeOut = (id, photo) => ask({ title: t('sessions.photo_out'), body: t('sessions.photo_out_more'), yes: t('sessions.photo_out'), kind: 'danger',
  then: (_reason, key) => withdrawPhoto(id, photo.id, key), after: () => say(t('sessions.photo_gone')) });
