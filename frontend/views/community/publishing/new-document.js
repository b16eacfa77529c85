import { t } from '../../../lib/i18n.js';
import { link } from '../../../lib/router.js';
import { addDocument } from '../../../store/community/publishing.js';
import { goInstead } from '../../../store/navigation.js';
import { choose } from '../../../ui/choices.js';
import { textField } from '../../../ui/field.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';

const CATEGORIES = /** @type {const} */ (['policy', 'quality', 'maintenance', 'other']);
const form = createForm(() => ({ title: '', category: /** @type {typeof CATEGORIES[number]} */ ('policy') }));

/** @param {import('../../../lib/router.js').Place} place */
export const view = (place) => ({
  title: t('office.handbook.new'), back: '#/office/handbook',
  body: askedForm({ form, place, doneLabel: t('office.handbook.go_on'), onDone: send, questions: [
    { id: 'title', body: () => textField({ ...form.field('title'), label: t('office.handbook.title'), hint: t('office.handbook.title_hint') }),
      errors: () => /** @type {Record<string, string>} */ (form.state.peek().values.title.trim() ? {} : { title: t('office.handbook.error.title') }) },
    { id: 'category', body: () => choose({ id: 'category', legend: t('office.handbook.category'), value: form.state.value.values.category, across: true,
      options: CATEGORIES.map((value) => ({ value, label: t(`handbook.${value}`) })), onChange: (category) => form.answer({ category }) }) },
  ] }),
});

async function send() {
  const made = await form.submit(({ title, category }, id) => addDocument({ id, project_id: null, title: title.trim(), category }));
  if (made) goInstead(link('/office/handbook/:id', { id: made.id }));
}
