import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { groups, makeGroup } from '../../../store/community/groups.js';
import { may } from '../../../store/identity/session.js';
import { members } from '../../../store/identity/team.js';
import { goInstead, say } from '../../../store/navigation.js';
import { linkButton } from '../../../ui/button.js';
import { choose } from '../../../ui/choices.js';
import { textField } from '../../../ui/field.js';
import { empty } from '../../../ui/waiting.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { shown } from '../../reading.js';

/**
 * The groups of volunteers, who is in them, and a new one.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../store/community/groups.js').Group} Group
 */

const KINDS = /** @type {const} */ (['publicity', 'site_assist', 'care']);
const form = createForm(() => ({ kind: /** @type {Group['kind'] | ''} */ (''), name: '' }));

export function enter() {
  void groups.load();
  void members.load();
}

/** @param {Place} place */
export const view = (place) => (place.query.has('new') ? { title: t('office.groups.new'), back: '#/office/groups', body: asked(place) } : {
  title: t('office.groups.title'), back: '#/office/team',
  body: html`<div class="stack-wide">
    ${may('community:volunteer-group:make') ? linkButton({ label: t('office.groups.new'), href: '#/office/groups?new=1', kind: 'primary', icon: 'plus' }) : null}
    ${shown(groups.reading.value, list, enter)}</div>`,
});

/** @param {Group[]} all */
const list = (all) => (all.length ? html`<ul class="cards">${all.map((one) => html`<li class="card" key=${one.id}>
    <span class="card-title">${one.name}</span><span class="card-detail">${t(`office.groups.kind.${one.kind}`)}</span>
    <span class="card-detail">${peopleOf(one)}</span></li>`)}</ul>`
  : empty({ icon: 'smartphone', title: t('office.groups.none'), body: t('office.groups.none_more') }));

/** @param {Group} group */
function peopleOf({ id }) {
  const inside = (members.reading.value.value ?? []).filter(({ roles }) => roles.some(({ scope_id }) => scope_id === id));
  return inside.length ? inside.map(({ display_name }) => display_name).join(t('date.comma')) : t('office.groups.nobody');
}

/** @param {Place} place */
function asked(place) {
  const { values, errors } = form.state.value;
  return askedForm({ form, place, doneLabel: t('office.groups.make'), onDone: send, questions: [
    { id: 'kind', errors: () => need('kind', t('office.groups.error.kind')), body: () => choose({ id: 'kind', legend: t('office.groups.kind'), value: values.kind || null, error: errors.kind,
      options: KINDS.map((kind) => ({ value: kind, label: t(`office.groups.kind.${kind}`) })), onChange: (kind) => form.answer({ kind, name: form.state.peek().values.name || t(`office.groups.kind.${kind}`) }) }) },
    { id: 'name', errors: () => need('name', t('office.groups.error.name')), body: () => textField({ ...form.field('name'), label: t('office.groups.name'), maxlength: 60 }) },
  ] });
}

/** @param {'kind' | 'name'} id @param {string} words @returns {Record<string, string>} */
const need = (id, words) => (form.state.peek().values[id].trim() ? {} : { [id]: words });

async function send() {
  const made = await form.submit(({ kind, name }, id) => makeGroup({ id, kind: kind || 'care', name: name.trim() }));
  if (!made) return;
  say(t('office.groups.made'));
  goInstead('#/office/groups');
}
