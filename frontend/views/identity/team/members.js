import { signal } from '../../../vendor/signals.js';
import { t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { may } from '../../../store/identity/session.js';
import { invitations, members, revokeInvitation } from '../../../store/identity/team.js';
import { say } from '../../../store/navigation.js';
import { button, linkButton } from '../../../ui/button.js';
import { textField } from '../../../ui/field.js';
import { icon } from '../../../ui/icon.js';
import { empty } from '../../../ui/waiting.js';
import { nextDay } from '../../dates.js';
import { shown } from '../../reading.js';
import { ask, asking, unask } from '../../office/ask.js';

/**
 * @typedef {import('../../../store/identity/team.js').Member} Member
 * @typedef {import('../../../store/identity/team.js').Invitation} Invitation
 */

const wanted = signal('');
/** From here on a list is searched sooner than read. */
const MANY = 12;

export function enter() {
  void members.load();
  void invitations.load();
}

export const leave = unask;

export const view = () => ({
  title: t('office.place.team'),
  back: '#/office',
  body: html`<div class="stack-wide">
    ${may('identity:invitation:make') ? linkButton({ label: t('office.team.invite'), href: '#/office/team/invite', kind: 'primary', icon: 'plus' }) : null}
    ${linkButton({ label: t('office.groups.title'), href: '#/office/groups', icon: 'heart-handshake' })}
    ${shown(invitations.reading.value, openOnes, () => invitations.load())}
    <section class="section"><h2>${t('office.team.members')}</h2>${shown(members.reading.value, people, () => members.load())}</section>
    ${asking()}
  </div>`,
});

/** @param {Invitation[]} all */
function openOnes(all) {
  const open = all.filter(({ state }) => state === 'open' || state === 'expired');
  if (!open.length) return null;
  return html`<section class="section"><h2>${t('office.team.open')}</h2><p class="soft">${t('office.team.lost_link')}</p>
    <ul class="cards below">${open.map((one) => html`<li class="card" key=${one.id}><div class="row-apart">
      <span><span class="card-title">${one.display_name}</span><span class="card-detail">${tCode('role', one.role, 'role.other')} · ${one.scope_name}</span>
        <span class="card-detail">${one.state === 'open' ? t('office.team.until', { day: nextDay(one.expires_at) }) : t('office.team.state.expired')}</span></span>
      ${one.state === 'open' ? button({ label: t('office.team.revoke'), onClick: () => askToRevoke(one) }) : null}</div></li>`)}</ul></section>`;
}

/** @param {Invitation} one */
const askToRevoke = (one) => ask({
  title: t('office.team.revoke_title', { name: one.display_name }), body: t('office.team.revoke_body'), yes: t('office.team.revoke'), kind: 'danger',
  then: (_reason, key) => revokeInvitation(one.id, key),
  after: () => say(t('office.team.revoked')),
});

/** @param {Member[]} all */
function people(all) {
  if (!all.length) return empty({ icon: 'smartphone', title: t('office.team.none'), body: t('office.team.none_more') });
  const found = all.filter(({ display_name }) => display_name.includes(wanted.value.trim()));
  return html`<div class="stack">
    ${all.length > MANY ? textField({ id: 'find', label: t('office.team.find'), value: wanted.value, type: 'search', onInput: (value) => { wanted.value = value; } }) : null}
    ${found.length ? html`<ul class="cards">${found.map((one) => html`<li key=${one.account_id}>${card(one)}</li>`)}</ul>` : html`<p>${t('office.team.find_none')}</p>`}
  </div>`;
}

/** @param {Member} one */
const card = (one) => html`<a class="card card-link" href=${link('/office/team/:account', { account: one.account_id })}>
  <span class="grow"><span class="card-title">${one.display_name}</span>
    <span class="card-detail">${rolesWords(one) || t('office.team.no_role')}</span></span>
  <span class="go">${icon('chevron-right')}</span></a>`;

/** @param {Member} one */
const rolesWords = ({ roles }) => roles.map(({ role, scope_kind, scope_name }) =>
  tCode('role', role, 'role.other') + (scope_kind === 'community' ? '' : ` · ${scope_name}`)).join(t('date.comma'));
