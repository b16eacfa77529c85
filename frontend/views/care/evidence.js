import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { canRecord } from '../../lib/voice.js';
import { previews } from '../../store/sync/record.js';
import { photoField } from '../../ui/photos.js';
import { voiceField } from '../../ui/voice.js';

/**
 * A photo or a voice note instead of typing.
 * @param {import('../../store/sync/draft.js').Draft<any>} draft
 * @param {{ addFile: (file: Blob) => unknown, removeFile: (sha256: string) => unknown }} change
 */
export function evidence({ item, fileError }, { addFile, removeFile }) {
  const files = item.attachments.map(({ sha256, content_type }) => ({ sha256, url: previews.value[sha256] ?? '', sound: content_type.startsWith('audio/') }));
  return html`<div class="stack">
    ${photoField({ id: 'photo', photos: files.filter(({ sound }) => !sound), error: fileError ? t('photo.unreadable') : undefined,
      onAdd: addFile, onRemove: removeFile })}
    ${canRecord() ? voiceField({ notes: files.filter(({ sound }) => sound), onAdd: addFile, onRemove: removeFile }) : null}
  </div>`;
}
