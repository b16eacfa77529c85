import { signal } from '../../vendor/signals.js';
import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { changePassword } from '../../store/identity/account.js';
import { goInstead, say } from '../../store/navigation.js';
import { button } from '../../ui/button.js';
import { errorSummary } from '../../ui/error-summary.js';
import { textField } from '../../ui/field.js';
import { failureWords } from '../failure.js';

const EMPTY = { current: '', next: '', errors: /** @type {Record<string, string>} */ ({}), busy: false };
const form = signal(EMPTY);

/** @param {Partial<typeof EMPTY>} part */
const change = (part) => { form.value = { ...form.value, ...part }; };

export const enter = () => { form.value = EMPTY; };

export function view() {
  const { current, next, errors, busy } = form.value;
  return {
    title: t('password.title'),
    back: '#/settings',
    body: html`<form class="stack" novalidate onSubmit=${submit}>
      ${errorSummary(errors)}
      ${textField({ id: 'current', label: t('password.current'), type: 'password', autocomplete: 'current-password', value: current,
        error: errors.current, onInput: (value) => change({ current: value }) })}
      ${textField({ id: 'next', label: t('password.next'), hint: t('join.password_hint'), type: 'password', autocomplete: 'new-password', value: next,
        error: errors.next, onInput: (value) => change({ next: value }) })}
      <p class="soft">${t('password.others')}</p>
      <div class="action-bar">${button({ label: t('password.save'), kind: 'primary', type: 'submit', busy })}</div>
    </form>`,
  };
}

/** @param {Event} event */
async function submit(event) {
  event.preventDefault();
  const { current, next, busy } = form.value;
  const errors = { ...(current ? {} : { current: t('login.error.password') }), ...(next.length >= 8 ? {} : { next: t('join.error.password') }) };
  if (busy || Object.keys(errors).length) return change({ errors });
  change({ busy: true, errors: {} });
  try {
    await changePassword({ current_password: current, new_password: next });
    say(t('password.saved'));
    goInstead('#/settings');
  } catch (error) {
    change({ busy: false, errors: { current: failureWords(error) } });
  }
  return undefined;
}
