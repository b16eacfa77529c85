import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { projects } from '../../../store/community/projects.js';
import { list, makeList, reviseList } from '../../../store/deliberation/comparison_lists/lists.js';
import { decided } from '../../../store/deliberation/sessions/decided.js';
import { goInstead, say } from '../../../store/navigation.js';
import { choose } from '../../../ui/choices.js';
import { longField, textArea, textField } from '../../../ui/field.js';
import { askedForm } from '../../office/asked-form.js';
import { shown } from '../../reading.js';
import { cellsQuestion } from './list-cells.js';
import { criteriaErrors, criteriaQuestion, optionErrors, optionQuestion } from './list-parts.js';
import { agreedQuestion } from './list-agreed.js';
import { contentOf, form, valuesOf } from './list-values.js';

/**
 * Making a list or changing it: what is to be chosen, the options, the criteria, and what is known of each.
 * @typedef {import('../../../lib/router.js').Place} Place
 */

/** @param {Place} place */
const isNew = ({ params }) => !params.id;

/** @param {Place} place @returns {Promise<unknown>} */
export function enter(place) {
  void decided.load();
  return isNew(place) ? form.beginFor('new', projects, () => ({}), '') : form.beginFor(place.params.id ?? '', list, (found) => valuesOf(found.list));
}

/** @param {Place} place */
export const view = (place) => ({
  title: isNew(place) ? t('comparison_lists.new') : t('comparison_lists.edit'),
  back: isNew(place) ? '#/deliberation/comparison-lists' : link('/deliberation/comparison-lists/:id', place.params),
  body: isNew(place) ? shown(projects.reading.value, (all) => asked(place, all), () => enter(place)) : shown(list.reading.value, () => asked(place, []), () => enter(place)),
});

/** @param {Place} place @param {import('../../../store/community/projects.js').Project[]} all */
function asked(place, all) {
  const { values, errors } = form.state.value;
  return askedForm({ form, place, doneLabel: t('comparison_lists.keep'), onDone: () => send(place), questions: [
    ...(isNew(place) ? [{ id: 'project', errors: () => need('project_id', t('comparison_lists.error.project')), body: () => choose({ id: 'project_id', legend: t('comparison_lists.project'), value: values.project_id || null, error: errors.project_id,
      options: all.map(({ id, name }) => ({ value: id, label: name })), onChange: (project_id) => form.answer({ project_id, decision_id: '' }) }) }] : []),
    { id: 'title', errors: () => need('title', t('comparison_lists.error.title')), body: () => html`<div class="stack">${textField({ ...form.field('title'), label: t('comparison_lists.list_title'), hint: t('comparison_lists.list_title_hint') })}
      ${longField({ ...form.field('question'), label: t('comparison_lists.question') })}</div>` },
    { id: 'options', errors: optionErrors, body: optionQuestion },
    { id: 'agreed', body: agreedQuestion },
    { id: 'criteria', errors: criteriaErrors, body: criteriaQuestion },
    ...values.options.filter(({ name }) => name.trim()).map((option) => ({ id: `cells-${option.key}`, body: () => cellsQuestion(option) })),
    ...(isNew(place) ? [] : [{ id: 'reason', errors: () => need('reason', t('comparison_lists.error.reason')), body: () => textArea({ ...form.field('reason'), label: t('comparison_lists.reason'), hint: t('comparison_lists.reason_hint'), rows: 3 }) }]),
  ] });
}

/** @param {'project_id' | 'title' | 'reason'} name @param {string} words @returns {Record<string, string>} */
const need = (name, words) => (form.state.peek().values[name].trim() ? {} : { [name]: words });

/** @param {Place} place */
async function send(place) {
  const made = await form.submit((values, id) => {
    const content = contentOf(values);
    return isNew(place) ? makeList({ id, project_id: values.project_id, ...content }) : reviseList(place.params.id ?? '', values.version, { ...content, reason: values.reason.trim() });
  });
  if (!made) return;
  say(t('comparison_lists.kept'));
  goInstead(link('/deliberation/comparison-lists/:id', { id: made.id }));
}
