import { signal } from '../../../vendor/signals.js';
import { t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { may } from '../../../store/identity/session.js';
import { giveRole, makePasswordLink, members, takeRole } from '../../../store/identity/team.js';
import { say } from '../../../store/navigation.js';
import { button, linkButton } from '../../../ui/button.js';
import { errorSummary } from '../../../ui/error-summary.js';
import { empty } from '../../../ui/waiting.js';
import { whenWords } from '../../dates.js';
import { shown } from '../../reading.js';
import { ask, asking, unask } from '../../office/ask.js';
import { createForm } from '../../office/form.js';
import { oneTimeLink } from '../../office/one-time-link.js';
import { asksPlace, emptyPost, enterPlaces, placeErrors, placeQuestion, postOf, roleErrors, roleQuestion } from './post-questions.js';

/**
 * One member: roles given and withdrawn, and help with a forgotten password.
 * @typedef {import('../../../store/identity/team.js').Member} Member
 * @typedef {import('../../../store/identity/team.js').GrantedRole} GrantedRole
 */

const form = createForm(emptyPost);
const adding = signal(false);
const linkForm = createForm(() => ({}));
/** @type {import('../../../vendor/signals.js').Signal<import('../../../store/identity/team.js').OneTimeLink | null>} */
const made = signal(null);

export function enter() {
  void members.load();
  enterPlaces();
}

export function leave() {
  made.value = null;
  adding.value = false;
  unask();
}

/** @param {import('../../../lib/router.js').Place} place */
export function view({ params }) {
  const found = members.reading.value.value?.find(({ account_id }) => account_id === params.account);
  return {
    title: found?.display_name ?? t('office.place.team'),
    back: '#/office/team',
    body: shown(members.reading.value, () => (found ? person(found)
      : empty({ icon: 'smartphone', title: t('office.member.gone'), action: linkButton({ label: t('office.team.members'), href: '#/office/team' }) })), enter),
  };
}

/** @param {Member} one */
const person = (one) => html`<div class="stack-wide">
  ${one.login ? html`<p class="soft">${t('login.name')}${t('office.colon')}${one.login}</p>` : null}
  <section class="section stack"><h2>${t('office.member.roles')}</h2>
    ${one.roles.length ? html`<ul class="cards">${one.roles.map((role) => html`<li class="card" key=${role.grant_id}>${roleCard(role)}</li>`)}</ul>` : html`<p>${t('office.team.no_role')}</p>`}
    ${may('identity:grant:give') ? furtherRole(one) : null}</section>
  ${may('identity:password:renew') ? password(one) : null}
  ${asking()}
</div>`;

/** @param {GrantedRole} role */
const roleCard = (role) => html`<div class="row-apart">
  <span><span class="card-title">${tCode('role', role.role, 'role.other')}</span><span class="card-detail">${role.scope_name}</span></span>
  ${may('identity:grant:revoke') ? button({ label: t('office.member.take'), onClick: () => askToTake(role) }) : null}</div>`;

/** @param {GrantedRole} granted */
const askToTake = ({ role, grant_id }) => ask({
  title: t('office.member.take_title', { role: tCode('role', role, 'role.other') }), body: t('office.member.take_body'),
  reason: t('office.member.take_reason'), yes: t('office.member.take'), kind: 'danger',
  then: (reason, key) => takeRole(grant_id, reason, key),
  after: () => say(t('office.member.taken')),
});

/** @param {Member} one */
function furtherRole(one) {
  if (!adding.value) return button({ label: t('office.member.add'), icon: 'plus', wide: true, onClick: () => { adding.value = true; } });
  const { values, errors, busy } = form.state.value;
  return html`<div class="card"><div class="stack">
    ${errorSummary(errors)}
    ${roleQuestion(values, errors, form.answer)}
    ${asksPlace(values) ? placeQuestion(values, errors, form.answer) : null}
    ${button({ label: t('office.member.add'), kind: 'primary', busy, onClick: () => add(one) })}
    ${button({ label: t('dialog.stay'), kind: 'quiet', wide: true, onClick: () => { adding.value = false; } })}</div></div>`;
}

/** @param {Member} one */
async function add(one) {
  const { values } = form.state.peek();
  const errors = { ...roleErrors(values), ...(values.role ? placeErrors(values) : {}) };
  if (!(await form.submit((now, id) => giveRole({ ...postOf(now), id, account_id: one.account_id }), errors))) return;
  adding.value = false;
  say(t('office.member.added'));
}

/** @param {Member} one */
const password = (one) => html`<section class="section stack"><h2>${t('office.member.password')}</h2>
  ${errorSummary(linkForm.state.value.errors)}
  ${made.value ? oneTimeLink({ ...made.value, title: t('office.member.password_for', { name: one.display_name }), more: t('office.member.password_until', { time: whenWords(made.value.expires_at) }) })
    : html`<p class="soft">${t('office.member.password_how')}</p>
      ${button({ label: t('office.member.password_make'), icon: 'key-round', wide: true, busy: linkForm.state.value.busy, onClick: () => renew(one) })}`}
</section>`;

/** @param {Member} one */
async function renew(one) {
  made.value = await linkForm.submit((_values, id) => makePasswordLink(one.account_id, id));
}
