import { t } from '../../../lib/i18n.js';
import { endGroup, renameGroup } from '../../../store/community/groups.js';
import { members } from '../../../store/identity/team.js';
import { goInstead, say } from '../../../store/navigation.js';
import { linkButton } from '../../../ui/button.js';
import { textField } from '../../../ui/field.js';
import { empty } from '../../../ui/waiting.js';
import { ask } from '../../office/ask.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';

/**
 * A group of volunteers gets another name, or ends.
 * @typedef {import('../../../store/community/groups.js').Group} Group
 */

const form = createForm(() => ({ id: '', name: '' }));

/** Its name now, once. @param {Group | undefined} one */
export function beginRename(one) {
  if (one && form.state.peek().values.id !== one.id) form.begin({ id: one.id, name: one.name });
}

/** @param {import('../../../lib/router.js').Place} place @param {Group | undefined} one */
export function rename(place, one) {
  if (!one || one.ended_at) return empty({ icon: 'smartphone', title: t('office.groups.gone'), action: linkButton({ label: t('office.groups.title'), href: '#/office/groups' }) });
  return askedForm({ form, place, doneLabel: t('office.groups.rename'), onDone: () => send(one), questions: [
    { id: 'name', errors: named, body: () => textField({ ...form.field('name'), label: t('office.groups.name'), maxlength: 60 }) },
  ] });
}

/** @returns {Record<string, string>} */
const named = () => (form.state.peek().values.name.trim() ? {} : { name: t('office.groups.error.name') });

/** @param {Group} one */
async function send(one) {
  if (!(await form.submit(({ name }) => renameGroup(one, name.trim())))) return;
  say(t('office.groups.renamed'));
  goInstead('#/office/groups');
}

/** @param {Group} one */
export const askToEnd = (one) => ask({
  title: t('office.groups.end_title', { name: one.name }), body: t('office.groups.end_body'), reason: t('office.groups.end_reason'),
  yes: t('office.groups.end'), kind: 'danger',
  then: (reason) => endGroup(one, reason),
  after: ended,
});

function ended() {
  void members.load();
  say(t('office.groups.ended'));
}
