import { addDays } from '../../../lib/calendar.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { publishNotice } from '../../../store/community/publishing.js';
import { goInstead, say } from '../../../store/navigation.js';
import { today } from '../../../store/sync/outbox.js';
import { linkButton } from '../../../ui/button.js';
import { textArea, textField } from '../../../ui/field.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';

/** A notice hangs for so long unless somebody says otherwise. */
const DAYS = 15;

const form = createForm(() => ({ title: '', body_markdown: '', published_on: today.peek(), until: addDays(today.peek(), DAYS) }));

/** @param {string} name */
const isMissing = (name) => !String(/** @type {Record<string, unknown>} */ (form.state.peek().values)[name]).trim();

export const enter = () => { if (isMissing('published_on')) form.begin(); };

/** @param {import('../../../lib/router.js').Place} place */
export const view = (place) => ({
  title: t('office.place.notices'), back: '#/office',
  body: html`<div class="stack-wide">${linkButton({ label: t('office.notice.all'), href: '#/notices', icon: 'megaphone', wide: true })}
    ${askedForm({ form, place, doneLabel: t('office.notice.publish'), onDone: send, questions: [
      { id: 'title', errors: () => need('title', t('office.notice.error.title')), body: () => textField({ ...form.field('title'), label: t('office.notice.title') }) },
      { id: 'text', errors: () => need('body_markdown', t('office.notice.error.text')), body: () => textArea({ ...form.field('body_markdown'), label: t('office.notice.text'), hint: t('office.handbook.text_hint'), rows: 10 }) },
      { id: 'days', errors: dayErrors, body: () => html`<div class="pair">${textField({ ...form.field('published_on'), label: t('office.notice.from'), type: 'date' })}
        ${textField({ ...form.field('until'), label: t('office.notice.until'), type: 'date', min: form.state.value.values.published_on })}</div>` },
    ] })}</div>`,
});

/** @param {string} name @param {string} words @returns {Record<string, string>} */
const need = (name, words) => (isMissing(name) ? { [name]: words } : {});

/** @returns {Record<string, string>} */
function dayErrors() {
  const { published_on, until } = form.state.peek().values;
  return published_on && until >= published_on ? {} : { until: t('office.notice.error.days') };
}

async function send() {
  const made = await form.submit((values, id) => publishNotice({ ...values, id, project_id: null, title: values.title.trim() }));
  if (!made) return;
  say(t('office.notice.published'));
  goInstead('#/notices');
}
