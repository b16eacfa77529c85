import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { documentOf, handbook } from '../../../store/community/handbook.js';
import { canSendFiles, publishVersion } from '../../../store/community/publishing.js';
import { say } from '../../../store/navigation.js';
import { button, linkButton } from '../../../ui/button.js';
import { choose } from '../../../ui/choices.js';
import { errorSummary } from '../../../ui/error-summary.js';
import { textArea } from '../../../ui/field.js';
import { empty } from '../../../ui/waiting.js';
import { nextDay } from '../../dates.js';
import { shown } from '../../reading.js';
import { createForm } from '../../office/form.js';

/** @typedef {import('../../../types/model.js').HandbookDocument} HandbookDocument */

const form = createForm(() => ({ of: '', format: /** @type {'markdown' | 'pdf'} */ ('markdown'), markdown: '', file: /** @type {File | null} */ (null) }));

/** @param {import('../../../lib/router.js').Place} place */
export function enter({ params }) {
  void handbook.load();
  // What is half-written for this document stays; another document begins empty.
  if (form.state.peek().values.of !== params.id) form.begin({ of: params.id });
}

/** A document of the handbook: its latest version, and writing the next. @param {import('../../../lib/router.js').Place} place */
export const view = ({ params }) => ({
  title: documentOf(params.id ?? '')?.title ?? t('office.place.handbook'),
  back: '#/office/handbook',
  body: shown(handbook.reading.value, () => drawn(documentOf(params.id ?? '')), () => handbook.load()),
});

/** @param {HandbookDocument | null} one */
const drawn = (one) => (one ? html`<div class="stack-wide">
  ${one.latest ? html`<p>${t('handbook.version', { n: one.latest.version, day: nextDay(one.latest.published_at) })}</p>
    ${linkButton({ label: t('office.handbook.read'), href: link('/handbook/:id', { id: one.id }), icon: 'book-open', wide: true })}` : html`<p class="soft">${t('handbook.unpublished')}</p>`}
  ${nextVersion(one)}</div>` : empty({ icon: 'book-open', title: t('handbook.gone') }));

/** @param {HandbookDocument} one */
function nextVersion(one) {
  const { values, errors, busy } = form.state.value;
  return html`<form class="section stack" novalidate onSubmit=${(/** @type {Event} */ event) => { event.preventDefault(); void send(one); }}>
    <h2>${t(one.latest ? 'office.handbook.next' : 'office.handbook.first')}</h2>
    ${errorSummary(errors)}
    ${canSendFiles() ? choose({ id: 'format', legend: t('office.handbook.format'), across: true, value: values.format,
      options: [{ value: /** @type {const} */ ('markdown'), label: t('office.handbook.write') }, { value: /** @type {const} */ ('pdf'), label: t('office.handbook.pdf') }], onChange: (format) => form.answer({ format }) }) : null}
    ${values.format === 'markdown' ? textArea({ ...form.field('markdown'), label: t('office.handbook.text'), hint: t('office.handbook.text_hint'), rows: 14 })
      : html`<div class="field"><label for="file">${t('office.handbook.file')}</label><input id="file" type="file" accept="application/pdf" onChange=${chosen} /></div>`}
    <div class="action-bar">${button({ label: t('office.handbook.publish'), kind: 'primary', type: 'submit', busy })}</div></form>`;
}

/** @param {Event} event */
const chosen = (event) => form.answer({ file: /** @type {HTMLInputElement} */ (event.target).files?.[0] ?? null });

/** @param {HandbookDocument} one */
async function send(one) {
  const { format, markdown, file } = form.state.peek().values;
  /** @type {Record<string, string>} */
  const errors = format === 'markdown' ? (markdown.trim() ? {} : { markdown: t('office.handbook.error.text') }) : (file ? {} : { file: t('office.handbook.error.file') });
  const done = await form.submit(async (_values, id) => {
    await publishVersion(one.id, { id, markdown, file: format === 'pdf' ? file : null });
    return true;
  }, errors);
  if (!done) return;
  form.begin({ of: one.id });
  say(t('office.handbook.published'));
}
