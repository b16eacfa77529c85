import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { goInstead, say } from '../../../store/navigation.js';
import { mandate, recall } from '../../../store/deliberation/representatives/mandates.js';
import { textArea } from '../../../ui/field.js';
import { notice } from '../../../ui/notice.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { shown } from '../../reading.js';
import { assemblyQuestions, emptyMinutes, minutesBody, need } from './assembly-questions.js';
import { termWords } from './words.js';

/**
 * A building's assembly recalled who spoke for it.
 * @typedef {import('../../../lib/router.js').Place} Place
 */

const form = createForm(() => ({ ...emptyMinutes(), reason: '' }));

/** @param {Place} place */
export const enter = ({ params }) => void mandate.load(params.id);

/** @param {Place} place */
export const view = (place) => ({
  title: t('representatives.recall'), back: '#/deliberation/representatives/all',
  body: shown(mandate.reading.value, (one) => html`<div class="stack">
    ${notice({ kind: 'warn', title: `${one.building_name} ${one.name}`, body: html`<p>${termWords(one)}</p><p>${t('representatives.recall_body')}</p>` })}
    ${askedForm({ form, place, doneLabel: t('representatives.recall_do'), onDone: () => send(one.id), questions: [
      ...assemblyQuestions(form),
      { id: 'reason', errors: () => need(form, 'reason', t('office.error.reason')), body: () => textArea({ ...form.field('reason'), label: t('representatives.recall_why'), rows: 3 }) },
    ] })}</div>`, () => mandate.load(place.params.id)),
});

/** @param {string} id */
async function send(id) {
  const done = await form.submit((values, key) => recall(id, { id: key, ...minutesBody(values), reason: values.reason.trim() }, values.photos));
  if (!done) return;
  say(t('representatives.recalled'));
  goInstead('#/deliberation/representatives/all');
}
