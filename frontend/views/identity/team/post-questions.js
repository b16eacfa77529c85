import { t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { buildings } from '../../../store/community/buildings.js';
import { groups, groupsOfNow } from '../../../store/community/groups.js';
import { community } from '../../../store/identity/session.js';
import { placesToGive, rolesToGive } from '../../../store/identity/team.js';
import { choose } from '../../../ui/choices.js';
import { selectField } from '../../../ui/field.js';

/**
 * As what, and where: for an invitation and for a further role alike.
 * @typedef {{ role: string, scope_kind: import('../../../store/identity/team.js').ScopeKind | null, scope_id: string }} PostForm
 */

/** What a place is called where one chooses. */
const LABELS = /** @type {const} */ ({ community: 'office.invite.whole', building: 'office.invite.place', group: 'office.invite.group' });

/** What is offered as a place is read first. */
export function enterPlaces() {
  void buildings.load();
  void groups.load();
}

/** @returns {PostForm} */
export const emptyPost = () => ({ role: '', scope_kind: null, scope_id: '' });

const held = () => community.value?.roles ?? [];

/** @param {PostForm} form */
const placesOf = ({ role }) => placesToGive(held(), role);

/** With one possible place there is nothing to ask. @param {PostForm} form */
export const scopeOf = (form) => (placesOf(form).length === 1 ? placesOf(form)[0] ?? 'community' : form.scope_kind);

/** The buildings that the person may speak for. */
function ownBuildings() {
  const all = buildings.reading.value.value ?? [];
  if (held().some(({ role }) => role === 'community_admin')) return all;
  const own = held().filter(({ role, scope_kind }) => role === 'building_lead' && scope_kind === 'building').map(({ scope_id }) => scope_id);
  return all.filter(({ id }) => own.includes(id));
}

/** @param {PostForm} form @param {Record<string, string>} errors @param {(part: Partial<PostForm>) => void} answer */
export const roleQuestion = (form, errors, answer) => choose({
  id: 'role', legend: t('office.invite.role'), value: form.role || null, error: errors.role,
  options: rolesToGive(held()).map((role) => ({ value: role, label: tCode('role', role, 'role.other'), more: tCode('office.invite.role_more', role, 'role.other') })),
  onChange: (role) => answer({ role, scope_kind: null }),
});

/** @param {PostForm} form @param {Record<string, string>} errors @param {(part: Partial<PostForm>) => void} answer */
export function placeQuestion(form, errors, answer) {
  const places = placesOf(form);
  const where = scopeOf(form);
  return html`<div class="stack">
    ${places.length > 1 ? choose({ id: 'scope_kind', legend: t('office.invite.where'), across: true, value: form.scope_kind, error: errors.scope_kind,
      options: places.map((kind) => ({ value: kind, label: t(LABELS[kind]) })),
      onChange: (scope_kind) => answer({ scope_kind, scope_id: '' }) }) : null}
    ${where === 'group' ? selectField({ id: 'scope_id', label: t('office.invite.group'), value: form.scope_id, error: errors.scope_id,
      options: [{ value: '', label: '' }, ...groupsOfNow().map(({ id, name }) => ({ value: id, label: name }))],
      onInput: (scope_id) => answer({ scope_id }) }) : null}
    ${where === 'building' ? selectField({ id: 'scope_id', label: t('office.invite.place'), value: form.scope_id, error: errors.scope_id,
      options: [{ value: '', label: '' }, ...ownBuildings().map(({ id, name, code }) => ({ value: id, label: name || t('building.name', { code }) }))],
      onInput: (scope_id) => answer({ scope_id }) }) : null}
  </div>`;
}

/** @param {PostForm} form @returns {Record<string, string>} */
export const roleErrors = (form) => (form.role ? {} : { role: t('office.invite.error.role') });

/** @param {PostForm} form @returns {Record<string, string>} */
export function placeErrors(form) {
  const kind = scopeOf(form);
  if (!kind) return { scope_kind: t('office.invite.error.place') };
  if (kind === 'community' || form.scope_id) return {};
  return { scope_id: t(kind === 'group' ? 'office.invite.error.group' : 'office.invite.error.place') };
}

/** Whether a place is to be asked for at all. @param {PostForm} form */
export const asksPlace = (form) => Boolean(form.role) && (placesOf(form).length > 1 || placesOf(form)[0] === 'building');

/** @param {PostForm} form @returns {import('../../../store/identity/team.js').Post} */
export const postOf = (form) => ({
  role: form.role, scope_kind: scopeOf(form) ?? 'community', scope_id: scopeOf(form) === 'community' ? null : form.scope_id,
});
