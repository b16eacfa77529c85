import { t } from '../../../lib/i18n.js';
import { link } from '../../../lib/router.js';
import { makePlan } from '../../../store/deliberation/cost_plans/desk.js';
import { projects } from '../../../store/community/projects.js';
import { goInstead, say } from '../../../store/navigation.js';
import { choose } from '../../../ui/choices.js';
import { textArea, textField } from '../../../ui/field.js';
import { empty } from '../../../ui/waiting.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { shown } from '../../reading.js';

const form = createForm(() => ({ project_id: '', title: '', note: '' }));

export const enter = () => void projects.load();

/** @param {import('../../../lib/router.js').Place} place */
export const view = (place) => ({
  title: t('cost_plans.new'), back: '#/deliberation/cost-plans',
  body: shown(projects.reading.value, (all) => (all.length ? asked(place, all) : empty({ icon: 'building-2', title: t('cost_plans.no_project') })), enter),
});

/** @param {import('../../../lib/router.js').Place} place @param {import('../../../store/community/projects.js').Project[]} all */
function asked(place, all) {
  const { values, errors } = form.state.value;
  return askedForm({ form, place, doneLabel: t('cost_plans.make'), onDone: send, questions: [
    { id: 'project', errors: () => need('project_id', t('cost_plans.error.choose')), body: () => choose({
      id: 'project_id', legend: t('cost_plans.project'), value: values.project_id || null, error: errors.project_id,
      options: all.map(({ id, name }) => ({ value: id, label: name })), onChange: (project_id) => form.answer({ project_id }) }) },
    { id: 'title', errors: () => need('title', t('cost_plans.error.title')), body: () => textField({ ...form.field('title'), label: t('cost_plans.plan_title'), hint: t('cost_plans.plan_title_hint') }) },
    { id: 'note', body: () => textArea({ ...form.field('note'), label: t('cost_plans.note'), hint: t('cost_plans.note_hint'), rows: 3 }) },
  ] });
}

/** @param {'project_id' | 'title'} name @param {string} words @returns {Record<string, string>} */
const need = (name, words) => (form.state.peek().values[name].trim() ? {} : { [name]: words });

async function send() {
  const made = await form.submit(({ project_id, title, note }, id) => makePlan({ id, project_id, title: title.trim(), note: note.trim() }));
  if (!made) return;
  say(t('cost_plans.made'));
  goInstead(link('/deliberation/cost-plans/:id/scopes', { id: made.id }));
}
