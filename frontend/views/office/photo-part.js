import { t } from '../../lib/i18n.js';
import { canSendFiles, takePhoto } from '../../store/office/files.js';
import { photoField } from '../../ui/photos.js';

/**
 * Photos of a paper or a document, kept with the form until it is sent; nothing where files cannot be sent.
 * @typedef {import('../../store/office/files.js').Kept} Kept
 * @typedef {{ values: { photos: Kept[] }, errors: Record<string, string> }} Shown
 * @param {{ state: { value: Shown, peek: () => Shown }, answer: (part: { photos: Kept[] }) => void, show: (errors: Record<string, string>) => void }} form
 * @param {string} [why] what to take a photo of, where it is more than another way to say it
 */
export function photoPart(form, why) {
  if (!canSendFiles()) return null;
  const { values, errors } = form.state.value;
  const photosNow = () => form.state.peek().values.photos;
  return photoField({
    id: 'photos', photos: values.photos, error: errors.photos, why,
    onAdd: async (file) => {
      form.show(without(form.state.peek().errors, 'photos'));
      try {
        const photo = await takePhoto(file);
        form.answer({ photos: [...photosNow().filter((one) => one.sha256 !== photo.sha256), photo] });
        return true;
      } catch {
        form.show({ ...form.state.peek().errors, photos: t('photo.unreadable') });
        return false;
      }
    },
    onRemove: (sha256) => form.answer({ photos: photosNow().filter((one) => one.sha256 !== sha256) }),
  });
}

/** @param {Record<string, string>} errors @param {string} name @returns {Record<string, string>} */
const without = (errors, name) => Object.fromEntries(Object.entries(errors).filter(([one]) => one !== name));
