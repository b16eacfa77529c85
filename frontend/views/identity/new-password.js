import { signal } from '../../vendor/signals.js';
import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { choosePassword } from '../../store/identity/account.js';
import { goInstead, say } from '../../store/navigation.js';
import { brand } from '../../ui/brand.js';
import { button } from '../../ui/button.js';
import { errorSummary } from '../../ui/error-summary.js';
import { textField } from '../../ui/field.js';
import { failureWords } from '../failure.js';

const EMPTY = { token: '', password: '', errors: /** @type {Record<string, string>} */ ({}), busy: false };
const form = signal(EMPTY);

/** @param {Partial<typeof EMPTY>} part */
const change = (part) => { form.value = { ...form.value, ...part }; };

/** @param {import('../../lib/router.js').Place} place */
export const enter = ({ params }) => { form.value = { ...EMPTY, token: params.token ?? '' }; };

/** Whoever forgot their password gets a link from their building lead. */
export function view() {
  const { password, errors, busy } = form.value;
  return {
    title: t('join.password'),
    bare: true,
    body: html`<div class="welcome">
      ${brand()}
      <h1 tabindex="-1" id="page-title">${t('join.password')}</h1>
      <form class="stack" novalidate onSubmit=${submit}>
        ${errorSummary(errors)}
        ${textField({ id: 'password', label: t('join.password'), hint: t('join.password_hint'), value: password, type: 'password',
          autocomplete: 'new-password', error: errors.password, onInput: (value) => change({ password: value }) })}
        ${button({ label: t('password.save'), kind: 'primary', type: 'submit', busy })}
      </form>
    </div>`,
  };
}

/** @param {Event} event */
async function submit(event) {
  event.preventDefault();
  const { token, password, busy } = form.value;
  if (busy) return;
  if (password.length < 8) return void change({ errors: { password: t('join.error.password') } });
  change({ busy: true, errors: {} });
  try {
    await choosePassword({ token, password });
    say(t('password.saved'));
    goInstead('#/login');
  } catch (error) {
    change({ busy: false, errors: { password: failureWords(error) } });
  }
}
