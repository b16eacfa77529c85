import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { list } from '../../../store/deliberation/comparison_lists/lists.js';
import { reportVisit } from '../../../store/deliberation/comparison_lists/visits.js';
import { goInstead, say } from '../../../store/navigation.js';
import { canSendFiles } from '../../../store/office/files.js';
import { today } from '../../../store/sync/outbox.js';
import { choose } from '../../../ui/choices.js';
import { textArea, textField } from '../../../ui/field.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { photoPart } from '../../office/photo-part.js';
import { shown } from '../../reading.js';

/** @typedef {import('../../../lib/router.js').Place} Place */

const form = createForm(() => ({ option: '', visited_on: '', place: '', visitors: '', findings: '', photos: /** @type {import('../../../store/office/files.js').Kept[]} */ ([]) }));

/** @param {Place} place */
export async function enter({ params }) {
  if (!form.state.peek().values.visited_on) form.answer({ visited_on: today.peek() });
  await list.load(params.id);
}

/** What was seen on the spot, question by question. @param {Place} place */
export const view = (place) => ({
  title: t('comparison_lists.visit_new'), back: link('/deliberation/comparison-lists/:id', place.params),
  body: shown(list.reading.value, ({ list: one }) => asked(place, one), () => list.load(place.params.id)),
});

/** @param {Place} place @param {import('../../../store/deliberation/comparison_lists/lists.js').List} one */
function asked(place, one) {
  const { values, errors } = form.state.value;
  return askedForm({ form, place, doneLabel: t('comparison_lists.visit_keep'), onDone: () => send(place), questions: [
    { id: 'option', errors: () => need('option'), body: () => choose({ id: 'option', legend: t('comparison_lists.visit_option'), value: values.option || null, error: errors.option,
      options: one.options.map(({ key, name }) => ({ value: key, label: name })), onChange: (option) => form.answer({ option }) }) },
    { id: 'where', errors: () => ({ ...need('place'), ...need('visited_on'), ...need('visitors') }), body: () => html`<div class="stack">
      ${textField({ ...form.field('place'), label: t('comparison_lists.visit_place'), hint: t('comparison_lists.visit_place_hint') })}
      ${textField({ ...form.field('visited_on'), label: t('comparison_lists.visit_day'), type: 'date', max: today.value })}
      ${textField({ ...form.field('visitors'), label: t('comparison_lists.visitors'), hint: t('comparison_lists.visitors_hint') })}</div>` },
    { id: 'findings', errors: () => need('findings'), body: () => textArea({ ...form.field('findings'), label: t('comparison_lists.findings'), hint: t('comparison_lists.findings_hint'), rows: 6 }) },
    ...(canSendFiles() ? [{ id: 'photos', body: () => photoPart(form) }] : []),
  ] });
}

/** @param {'option' | 'place' | 'visited_on' | 'visitors' | 'findings'} name @returns {Record<string, string>} */
const need = (name) => (form.state.peek().values[name].trim() ? {} : { [name]: t(`comparison_lists.error.${name}`) });

/** @param {Place} place */
async function send({ params }) {
  const made = await form.submit(({ photos, ...words }, id) => reportVisit(params.id ?? '', { id, ...words }, photos));
  if (!made) return;
  say(t('comparison_lists.visit_kept'));
  goInstead(link('/deliberation/comparison-lists/:id/visits/:report', { id: params.id ?? '', report: made.id }));
}
