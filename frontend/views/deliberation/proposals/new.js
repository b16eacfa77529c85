import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { projects } from '../../../store/community/projects.js';
import { goInstead, say } from '../../../store/navigation.js';
import { makeProposal } from '../../../store/deliberation/proposals/proposals.js';
import { selectField, textArea, textField } from '../../../ui/field.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';

/** @typedef {import('../../../lib/router.js').Place} Place */

const form = createForm(() => ({ title: '', body: '', project_id: '' }));

export const enter = () => void projects.load();

/** @param {Place} place */
export const view = (place) => ({
  title: t('proposals.new'), back: '#/deliberation/proposals',
  body: html`<div class="stack"><p class="soft">${t('proposals.new_more')}</p>${askedForm({ form, place, doneLabel: t('proposals.save_draft'), onDone: send, questions: [
    { id: 'title', errors: () => need('title', t('proposals.error.title')), body: () => textField({ ...form.field('title'), label: t('proposals.what'), hint: t('proposals.what_hint'), maxlength: 100 }) },
    { id: 'body', errors: () => need('body', t('proposals.error.body')), body: () => textArea({ ...form.field('body'), label: t('proposals.body'), hint: t('proposals.body_hint'), rows: 10, maxlength: 20_000 }) },
    { id: 'project', body: () => selectField({ ...form.field('project_id'), label: t('proposals.project'),
      options: [{ value: '', label: t('proposals.no_project') }, ...(projects.reading.value.value ?? []).map(({ id, name }) => ({ value: id, label: name }))] }) },
  ] })}</div>`,
});

/** @param {'title' | 'body'} name @param {string} words @returns {Record<string, string>} */
const need = (name, words) => (form.state.peek().values[name].trim() ? {} : { [name]: words });

async function send() {
  const made = await form.submit(({ title, body, project_id }, id) => makeProposal({ id, title: title.trim(), body: body.trim(), project_id: project_id || null }));
  if (!made) return;
  say(t('proposals.drafted'));
  goInstead(link('/deliberation/proposals/:id', { id: made.id }));
}
