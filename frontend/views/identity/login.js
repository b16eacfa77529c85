import { signal } from '../../vendor/signals.js';
import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { deviceName } from '../../lib/device.js';
import { expired, me, signIn } from '../../store/identity/session.js';
import { goInstead } from '../../store/navigation.js';
import { brand } from '../../ui/brand.js';
import { button } from '../../ui/button.js';
import { errorSummary } from '../../ui/error-summary.js';
import { textField } from '../../ui/field.js';
import { failureWords } from '../failure.js';
import { languageSwitch } from './language-switch.js';

const form = signal({ login: '', password: '', errors: /** @type {Record<string, string>} */ ({}), busy: false });

/** @param {Partial<typeof form.value>} part */
const change = (part) => { form.value = { ...form.value, ...part }; };

export function enter() {
  form.value = { login: expired.peek() ? (me.peek()?.account.login ?? '') : '', password: '', errors: {}, busy: false };
}

export function view() {
  const { login: name, password, errors, busy } = form.value;
  return {
    title: t('login.title'),
    bare: true,
    body: html`<div class="welcome">
      ${brand()}
      <h1 tabindex="-1" id="page-title">${t('login.title')}</h1>
      <form class="stack" novalidate onSubmit=${submit}>
        ${errorSummary(errors)}
        ${textField({ id: 'login', label: t('login.name'), hint: t('login.name_hint'), value: name, autocomplete: 'username',
          error: errors.login, onInput: (value) => change({ login: value }) })}
        ${textField({ id: 'password', label: t('login.password'), value: password, type: 'password', autocomplete: 'current-password',
          error: errors.password, onInput: (value) => change({ password: value }) })}
        ${button({ label: busy ? t('login.busy') : t('login.enter'), kind: 'primary', type: 'submit', busy })}
      </form>
      <p class="soft">${t('login.invited')}</p>
      ${languageSwitch()}
    </div>`,
  };
}

/** @param {Event} event */
async function submit(event) {
  event.preventDefault();
  const { login: name, password, busy } = form.value;
  const errors = { ...(name.trim() ? {} : { login: t('login.error.name') }), ...(password ? {} : { password: t('login.error.password') }) };
  if (busy || Object.keys(errors).length) return change({ errors });
  change({ busy: true, errors: {} });
  try {
    await signIn({ login: name.trim(), password, device_name: deviceName(navigator.userAgent) });
    goInstead('#/');
  } catch (error) {
    change({ errors: { password: failureWords(error) } });
  } finally {
    change({ busy: false });
  }
  return undefined;
}
