import { t } from '../../../lib/i18n.js';
import { canSendFiles, takePhoto } from '../../../store/office/files.js';
import { photoField } from '../../../ui/photos.js';

/**
 * Photos of a paper or a document, kept with the form until it is sent.
 * @typedef {import('../../../store/office/files.js').Kept} Kept
 * @param {{ photos: Kept[], error?: string, why?: string, change: (photos: Kept[]) => unknown, wrong: (words: string) => unknown }} how
 */
export const photoPart = ({ photos, error, why, change, wrong }) => (canSendFiles() ? photoField({
  id: 'photos', photos, error, why,
  onAdd: async (file) => {
    try {
      change([...photos, await takePhoto(file)]);
    } catch {
      wrong(t('ballots.error.photo'));
    }
  },
  onRemove: (sha256) => change(photos.filter((one) => one.sha256 !== sha256)),
}) : null);
