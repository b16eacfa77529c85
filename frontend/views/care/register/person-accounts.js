import { signal } from '../../../vendor/signals.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { accounts, linkPerson, unlinkPerson } from '../../../store/care/register/person-accounts.js';
import { newId } from '../../../store/office/call.js';
import { say } from '../../../store/navigation.js';
import { button } from '../../../ui/button.js';
import { empty } from '../../../ui/waiting.js';
import { shown } from '../../reading.js';
import { ask, asking, unask } from '../../office/ask.js';

/**
 * Whose phone shows this record: the person's own, or their guardian's.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../store/care/register/person-accounts.js').Accounts} Accounts
 */

const need = signal('');

/** @param {Place} place */
export function enter({ params }) {
  need.value = params.id ?? '';
  void accounts.load(need.value);
}

export const leave = unask;

export const view = () => ({
  title: t('office.own.title'), back: '#/office/register',
  body: html`<div class="stack-wide"><p>${t('office.own.what')}</p>${shown(accounts.reading.value, drawn, () => accounts.load(need.value))}${asking()}</div>`,
});

/** @param {Accounts} found */
function drawn({ items, candidates }) {
  if (!items.length && !candidates.length) return empty({ icon: 'smartphone', title: t('office.own.nobody'), body: t('office.own.nobody_more') });
  return html`<div class="stack-wide">
    ${items.length ? html`<section class="section"><h2>${t('office.own.linked')}</h2><ul class="cards">${items.map((one) => html`<li class="card" key=${one.id}><div class="row-apart">
      <span><span class="card-title">${one.account_name}</span><span class="card-detail">${t(`office.own.relation.${one.relation}`)}</span></span>
      ${button({ label: t('office.own.unlink'), onClick: () => askToUnlink(one) })}</div></li>`)}</ul></section>` : null}
    ${candidates.length ? html`<section class="section"><h2>${t('office.own.behind')}</h2><ul class="cards">${candidates.map((one) => html`<li class="card stack-tight" key=${one.account_id}>
      <span class="card-title">${one.account_name}</span>
      ${button({ label: t('office.own.is_self'), wide: true, onClick: () => askToLink(one, 'self') })}
      ${button({ label: t('office.own.is_guardian'), wide: true, onClick: () => askToLink(one, 'guardian') })}</li>`)}</ul></section>` : null}
  </div>`;
}

/** @param {Accounts['candidates'][number]} one @param {'self' | 'guardian'} relation */
function askToLink({ account_id, account_name }, relation) {
  const id = newId();
  ask({ title: t(relation === 'self' ? 'office.own.is_self' : 'office.own.is_guardian'), body: t('office.own.link_body', { name: account_name }), yes: t('office.own.link'),
    then: () => linkPerson(need.peek(), { id, account_id, relation }), after: () => say(t('office.own.linked_said')) });
}

/** @param {Accounts['items'][number]} one */
const askToUnlink = (one) => ask({
  title: t('office.own.unlink'), body: t('office.own.unlink_body', { name: one.account_name }), yes: t('office.own.unlink'), kind: 'danger',
  then: (_reason, key) => unlinkPerson(need.peek(), one.id, key), after: () => say(t('office.own.unlinked_said')) });
