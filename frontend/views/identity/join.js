import { signal } from '../../vendor/signals.js';
import { day, t, tCode } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { deviceName } from '../../lib/device.js';
import { acceptInvitation, lookAtInvitation } from '../../store/identity/account.js';
import { expired, me } from '../../store/identity/session.js';
import { goInstead } from '../../store/navigation.js';
import { brand } from '../../ui/brand.js';
import { button } from '../../ui/button.js';
import { errorSummary } from '../../ui/error-summary.js';
import { textField } from '../../ui/field.js';
import { notice } from '../../ui/notice.js';
import { skeleton } from '../../ui/waiting.js';
import { failureWords } from '../failure.js';
import { languageSwitch } from './language-switch.js';

/**
 * Entry by invitation: the link or QR code says who invites to what; the rest is a name and a password.
 * @typedef {{ token: string, invitation: import('../../store/identity/account.js').InvitationLook | null, failure: string | null,
 *   login: string, display_name: string, password: string, errors: Record<string, string>, busy: boolean }} Join
 */
const empty = { token: '', invitation: null, failure: null, login: '', display_name: '', password: '', errors: {}, busy: false };

/** @type {import('../../vendor/signals.js').Signal<Join>} */
const form = signal(empty);

/** @param {Partial<Join>} part */
const change = (part) => { form.value = { ...form.value, ...part }; };

/** @param {import('../../lib/router.js').Place} place */
export async function enter({ params }) {
  form.value = { ...empty, token: params.token ?? '' };
  try {
    const invitation = await lookAtInvitation(form.value.token);
    change({ invitation, display_name: invitation.display_name ?? '' });
  } catch (error) {
    change({ failure: failureWords(error) });
  }
}

export function view() {
  const { invitation, failure } = form.value;
  return {
    title: t('join.title'),
    bare: true,
    body: html`<div class="welcome">
      ${brand()}
      <h1 tabindex="-1" id="page-title">${t('join.title')}</h1>
      ${failure ? notice({ kind: 'bad', title: t('join.failed'), body: failure }) : null}
      ${!invitation && !failure ? skeleton(2) : null}
      ${invitation ? html`${invitedTo(invitation)}${me.value && !expired.value ? acceptAsSelf(me.value) : newAccount()}` : null}
      ${languageSwitch()}
    </div>`,
  };
}

/** The day by this phone: whose time it is, is not known before one belongs there. Swedes write it 2026-03-08. @param {string} time RFC 3339 */
const dayHere = (time) => day(new Intl.DateTimeFormat('sv').format(Date.parse(time)));

/** @param {import('../../store/identity/account.js').InvitationLook} invitation */
const invitedTo = ({ community_name, role, scope_name, home_code, expires_at }) => html`<div class="card stack-tight">
  <p>${t('join.invited')}</p>
  <p class="place">${community_name}</p>
  <p>${tCode('role', role, 'role.other')}${scope_name && scope_name !== community_name ? ` · ${scope_name}` : ''}</p>
  ${home_code ? html`<p>${t('join.home', { code: home_code })}</p>` : null}
  <p class="soft">${t('join.until', { day: dayHere(expires_at) })}</p>
</div>`;

/** @param {import('../../types/model.js').Me} known */
const acceptAsSelf = (known) => html`<div class="stack">
  ${errorSummary(form.value.errors)}
  ${button({ label: t('join.as', { name: known.account.display_name }), kind: 'primary', busy: form.value.busy, onClick: () => send({ token: form.value.token }) })}
</div>`;

function newAccount() {
  const { login, display_name, password, errors, busy } = form.value;
  return html`<form class="stack" novalidate onSubmit=${submit}>
    ${errorSummary(errors)}
    ${textField({ id: 'display_name', label: t('join.name'), value: display_name, autocomplete: 'name', error: errors.display_name,
      onInput: (value) => change({ display_name: value }) })}
    ${textField({ id: 'login', label: t('login.name'), hint: t('join.login_hint'), value: login, autocomplete: 'username', error: errors.login,
      onInput: (value) => change({ login: value }) })}
    ${textField({ id: 'password', label: t('join.password'), hint: t('join.password_hint'), value: password, type: 'password',
      autocomplete: 'new-password', error: errors.password, onInput: (value) => change({ password: value }) })}
    ${button({ label: t('join.enter'), kind: 'primary', type: 'submit', busy })}
  </form>`;
}

/** @param {Event} event */
function submit(event) {
  event.preventDefault();
  const { token, login, display_name, password } = form.value;
  const errors = {
    ...(display_name.trim() ? {} : { display_name: t('join.error.name') }),
    ...(login.trim() ? {} : { login: t('login.error.name') }),
    ...(password.length >= 8 ? {} : { password: t('join.error.password') }),
  };
  change({ errors });
  if (Object.keys(errors).length) return;
  void send({ token, login: login.trim(), display_name: display_name.trim(), password, device_name: deviceName(navigator.userAgent) });
}

/** @param {Parameters<typeof acceptInvitation>[0]} body */
async function send(body) {
  if (form.value.busy) return;
  change({ busy: true });
  try {
    await acceptInvitation(body);
    goInstead('#/');
  } catch (error) {
    change({ errors: { password: failureWords(error) } });
  } finally {
    change({ busy: false });
  }
}
