import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { groups, makeGroup } from '../../../store/community/groups.js';
import { may } from '../../../store/identity/session.js';
import { members } from '../../../store/identity/team.js';
import { goInstead, say } from '../../../store/navigation.js';
import { button, linkButton } from '../../../ui/button.js';
import { choose } from '../../../ui/choices.js';
import { textField } from '../../../ui/field.js';
import { empty } from '../../../ui/waiting.js';
import { nextDay } from '../../dates.js';
import { asking, unask } from '../../office/ask.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { shown } from '../../reading.js';
import { askToEnd, beginRename, rename } from './group-changes.js';

/**
 * The groups of volunteers, who is in them, and a new one.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../store/community/groups.js').Group} Group
 */

const KINDS = /** @type {const} */ (['publicity', 'site_assist', 'care']);
const form = createForm(() => ({ kind: /** @type {Group['kind'] | ''} */ (''), name: '' }));

/** @param {Place} place */
export async function enter({ query }) {
  const asked = () => groups.reading.peek().value?.find(({ id }) => id === query.get('rename'));
  void members.load();
  beginRename(asked());
  await groups.load();
  beginRename(asked());
}

export const leave = unask;

/** @param {Place} place */
export function view(place) {
  if (place.query.has('new')) return { title: t('office.groups.new'), back: '#/office/groups', body: asked(place) };
  const id = place.query.get('rename');
  if (id) return { title: t('office.groups.rename'), back: '#/office/groups', body: shown(groups.reading.value, (all) => rename(place, all.find((one) => one.id === id)), () => enter(place)) };
  return { title: t('office.groups.title'), back: '#/office/team', body: html`<div class="stack-wide">
    ${may('community:volunteer-group:make') ? linkButton({ label: t('office.groups.new'), href: '#/office/groups?new=1', kind: 'primary', icon: 'plus' }) : null}
    ${shown(groups.reading.value, list, () => enter(place))}${asking()}</div>` };
}

/** @param {Group[]} all */
function list(all) {
  const now = all.filter(({ ended_at }) => !ended_at);
  const over = all.filter(({ ended_at }) => ended_at);
  return html`${now.length ? html`<ul class="cards">${now.map((one) => html`<li class="card" key=${one.id}>${card(one)}</li>`)}</ul>`
    : empty({ icon: 'smartphone', title: t('office.groups.none'), body: t('office.groups.none_more') })}
  ${over.length ? html`<section class="section"><h2>${t('office.groups.over')}</h2><ul class="cards">${over.map((one) => html`<li class="card" key=${one.id}>
    <span class="card-title">${one.name}</span><span class="card-detail">${t(`office.groups.kind.${one.kind}`)}</span>
    <span class="card-detail">${t('office.groups.over_since', { day: nextDay(one.ended_at ?? '') })}</span></li>`)}</ul></section>` : null}`;
}

/** @param {Group} one */
const card = (one) => html`<div class="stack">
  <span><span class="card-title">${one.name}</span><span class="card-detail">${t(`office.groups.kind.${one.kind}`)}</span>
    <span class="card-detail">${peopleOf(one)}</span></span>
  ${may('community:volunteer-group:end') ? html`<div class="row">
    ${linkButton({ label: t('office.groups.rename'), href: link('/office/groups', {}, { rename: one.id }) })}
    ${button({ label: t('office.groups.end'), onClick: () => askToEnd(one) })}</div>` : null}</div>`;

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
