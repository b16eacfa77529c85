import { t } from '../../../lib/i18n.js';
import { link } from '../../../lib/router.js';
import { goInstead, say } from '../../../store/navigation.js';
import { proposal, writeVersion } from '../../../store/deliberation/proposals/proposals.js';
import { textArea, textField } from '../../../ui/field.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { shown } from '../../reading.js';

/**
 * A new wording; the one before stays.
 * @typedef {import('../../../lib/router.js').Place} Place
 */

const form = createForm(() => ({ title: '', body: '', what_changed: '', about: '', follows: 0 }));

/** @param {Place} place */
export const enter = ({ params }) => form.beginFor(params.id ?? '', proposal, ({ id, title, body, newest }) => ({ title, body, about: id, follows: newest }));

/** @param {Place} place */
export const view = (place) => ({
  title: t('proposals.edit'), back: link('/deliberation/proposals/:id', place.params),
  body: shown(proposal.reading.value, () => askedForm({ form, place, doneLabel: t('proposals.save_version'), onDone: send, questions: [
    { id: 'title', errors: () => need('title', t('proposals.error.title')), body: () => textField({ ...form.field('title'), label: t('proposals.what'), maxlength: 100 }) },
    { id: 'body', errors: () => need('body', t('proposals.error.body')), body: () => textArea({ ...form.field('body'), label: t('proposals.body'), rows: 12, maxlength: 20_000 }) },
    { id: 'what_changed', errors: () => need('what_changed', t('proposals.error.what_changed')), body: () => textArea({ ...form.field('what_changed'), label: t('proposals.what_did_you_change'), rows: 3, maxlength: 2000 }) },
  ] }), () => enter(place)),
});

/** @param {'title' | 'body' | 'what_changed'} name @param {string} words @returns {Record<string, string>} */
const need = (name, words) => (form.state.peek().values[name].trim() ? {} : { [name]: words });

async function send() {
  const { about } = form.state.peek().values;
  const made = await form.submit(({ title, body, what_changed, follows }, id) =>
    writeVersion(about, { id, follows, title: title.trim(), body: body.trim(), what_changed: what_changed.trim() }));
  if (!made) return;
  say(t('proposals.version_saved'));
  goInstead(link('/deliberation/proposals/:id', { id: about }));
}
