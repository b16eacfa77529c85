import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { openCanvass } from '../../../store/care/canvass/canvasses.js';
import { handbook } from '../../../store/community/handbook.js';
import { projects } from '../../../store/community/projects.js';
import { goInstead, say } from '../../../store/navigation.js';
import { linkButton } from '../../../ui/button.js';
import { choose, chooseSeveral } from '../../../ui/choices.js';
import { textField } from '../../../ui/field.js';
import { empty } from '../../../ui/waiting.js';
import { shown } from '../../reading.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';

/** @typedef {import('../../../lib/router.js').Place} Place */

const form = createForm(() => ({ project_id: '', title: '', starts_on: '', ends_on: '', explains: /** @type {string[]} */ ([]) }));

export function enter() {
  void projects.load();
  void handbook.load();
}

/** @param {Place} place */
export const view = (place) => ({
  title: t('office.canvass.new'), back: '#/office/canvasses',
  body: shown(projects.reading.value, (all) => (all.length ? asked(place, all)
    : empty({ icon: 'building-2', title: t('office.canvass.no_project'), body: t('office.canvass.no_project_more'),
      action: linkButton({ label: t('office.project.new'), href: '#/office/projects/new' }) })), () => projects.load()),
});

/** @param {Place} place @param {import('../../../store/community/projects.js').Project[]} all */
function asked(place, all) {
  const { values, errors } = form.state.value;
  const documents = handbook.reading.value.value ?? [];
  return askedForm({
    form, place, doneLabel: t('office.canvass.make'), onDone: send,
    questions: [
      { id: 'project', errors: () => need(form.state.peek().values.project_id, 'project_id', t('office.canvass.error.project')),
        body: () => choose({ id: 'project_id', legend: t('office.canvass.project'), value: values.project_id || null, error: errors.project_id,
          options: all.map(({ id, name, buildings }) => ({ value: id, label: name, more: t('office.project.buildings_n', { n: buildings.length }) })),
          onChange: (project_id) => form.answer({ project_id }) }) },
      { id: 'title', errors: () => need(form.state.peek().values.title, 'title', t('office.canvass.error.title')),
        body: () => textField({ ...form.field('title'), label: t('office.canvass.title'), hint: t('office.canvass.title_hint') }) },
      { id: 'days', errors: () => daysErrors(), body: () => html`<div class="pair">
        ${textField({ ...form.field('starts_on'), label: t('office.canvass.starts'), type: 'date' })}
        ${textField({ ...form.field('ends_on'), label: t('office.canvass.ends'), type: 'date', min: values.starts_on })}</div>` },
      ...(documents.length ? [{ id: 'explains', body: () => chooseSeveral({ id: 'explains', legend: t('office.canvass.explains'), hint: t('office.canvass.explains_hint'), values: values.explains,
        options: documents.map(({ id, title }) => ({ value: id, label: title })), onChange: (explains) => form.answer({ explains }) }) }] : []),
    ],
  });
}

/** @param {string} value @param {string} id @param {string} words @returns {Record<string, string>} */
const need = (value, id, words) => (value.trim() ? {} : { [id]: words });

/** @returns {Record<string, string>} */
function daysErrors() {
  const { starts_on, ends_on } = form.state.peek().values;
  if (!starts_on) return { starts_on: t('office.canvass.error.days') };
  return ends_on > starts_on ? {} : { ends_on: t('office.canvass.error.ends') };
}

async function send() {
  const made = await form.submit((values, id) => openCanvass({ ...values, title: values.title.trim(), id }));
  if (!made) return;
  say(t('office.canvass.made'));
  goInstead(link('/office/canvasses/:id', { id: made.id }));
}
