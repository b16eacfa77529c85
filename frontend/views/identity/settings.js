import { signal } from '../../vendor/signals.js';
import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { changeLook, look } from '../../store/identity/look.js';
import { prefer } from '../../store/identity/preferences.js';
import { chooseCommunity, community, me, signOut } from '../../store/identity/session.js';
import { goInstead } from '../../store/navigation.js';
import { summary } from '../../store/sync/outbox.js';
import { button, linkButton } from '../../ui/button.js';
import { choose } from '../../ui/choices.js';
import { Dialog } from '../../ui/dialog.js';
import { limitsNotice } from '../sync/limits-notice.js';
import { languageSwitch } from './language-switch.js';

const leaving = signal(false);

export const leave = () => { leaving.value = false; };

export const view = () => ({
  title: t('settings.title'),
  back: '#/more',
  body: html`<div class="stack-wide">
    <section class="section stack"><h2>${t('settings.language')}</h2>${languageSwitch()}</section>
    <section class="section stack"><h2>${t('settings.look')}</h2>${lookFields()}</section>
    ${communities()}
    <section class="section stack"><h2>${me.value?.account.display_name}</h2>
      ${linkButton({ label: t('devices.title'), href: '#/settings/devices', icon: 'smartphone', wide: true })}
      ${linkButton({ label: t('password.title'), href: '#/settings/password', icon: 'key-round', wide: true })}
      ${button({ label: t('settings.sign_out'), icon: 'log-out', kind: 'danger', wide: true, onClick: () => { leaving.value = true; } })}
    </section>
    ${limitsNotice()}
    ${leaving.value ? signOutDialog() : null}
  </div>`,
});

const lookFields = () => html`
  ${choose({ id: 'mode', legend: t('settings.mode'), value: look.value.elder_mode ? 'elder' : 'standard',
    options: [{ value: 'elder', label: t('mode.elder'), more: t('mode.elder_more') }, { value: 'standard', label: t('mode.standard'), more: t('mode.standard_more') }],
    onChange: (mode) => prefer({ elder_mode: mode === 'elder' }) })}
  ${choose({ id: 'text', legend: t('settings.text'), across: true, value: look.value.text,
    options: [{ value: /** @type {const} */ ('1'), label: t('text.1') }, { value: /** @type {const} */ ('2'), label: t('text.2') }, { value: /** @type {const} */ ('3'), label: t('text.3') }],
    onChange: (text) => changeLook({ text }) })}
  ${choose({ id: 'theme', legend: t('settings.theme'), across: true, value: look.value.theme,
    options: [{ value: /** @type {const} */ ('auto'), label: t('theme.auto') }, { value: /** @type {const} */ ('light'), label: t('theme.light') }, { value: /** @type {const} */ ('dark'), label: t('theme.dark') }],
    onChange: (theme) => changeLook({ theme }) })}`;

function communities() {
  const all = me.value?.communities ?? [];
  if (all.length < 2) return null;
  return html`<section class="section">${choose({ id: 'community', legend: t('settings.community'), value: community.value?.id ?? null,
    options: all.map(({ id, name }) => ({ value: id, label: name })), onChange: chooseCommunity })}</section>`;
}

/** Leaving never takes what was recorded along; it says so. */
const signOutDialog = () => html`<${Dialog} title=${t('settings.sign_out')} onClose=${leave}>
  <p>${summary.value.waiting ? t('settings.sign_out_waiting', { n: summary.value.waiting }) : t('settings.sign_out_all')}</p>
  ${button({ label: t('settings.sign_out'), kind: 'danger', wide: true, onClick: out })}
  ${button({ label: t('dialog.stay'), kind: 'quiet', wide: true, onClick: leave })}
<//>`;

async function out() {
  leave();
  await signOut();
  goInstead('#/login');
}
