import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { endMember, home } from '../../../store/community/homes.js';
import { may } from '../../../store/identity/session.js';
import { say } from '../../../store/navigation.js';
import { button, linkButton } from '../../../ui/button.js';
import { empty } from '../../../ui/waiting.js';
import { nextDay } from '../../dates.js';
import { shown } from '../../reading.js';
import { ask, asking, unask } from '../../office/ask.js';

/**
 * Who has an account in a household: neighbours who read, ask and vote for it.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../store/community/homes.js').HomeTold} HomeTold
 * @typedef {import('../../../store/community/homes.js').HomeMember} HomeMember
 */

/** @param {Place} place */
export const enter = ({ params }) => void home.load(params.id ?? '');
export const leave = unask;

/** @param {Place} place */
export const view = ({ params, query }) => ({
  title: t('office.homes.title', { code: home.reading.value.value?.household.code ?? query.get('label') ?? '' }),
  back: link('/households/:id', params, { label: query.get('label') ?? '' }),
  body: html`<div class="stack-wide">${shown(home.reading.value, (told) => people(told, query.get('label') ?? ''), () => home.load(params.id ?? ''))}${asking()}</div>`,
});

/** @param {HomeTold} told @param {string} label */
function people({ household, members }, label) {
  const now = members.filter(({ ended_at }) => !ended_at);
  const before = members.filter(({ ended_at }) => ended_at);
  return html`<div class="stack-wide">
    ${now.length ? html`<ul class="cards">${now.map((one) => html`<li class="card" key=${one.id}>${card(one, household)}</li>`)}</ul>`
      : empty({ icon: 'smartphone', title: t('office.homes.none'), body: t('office.homes.none_more') })}
    ${may('community:household-member:add') ? html`<div class="stack-tight">
      ${linkButton({ label: t('office.homes.invite'), icon: 'qr-code', kind: 'primary', href: link('/office/homes/:id/invite', { id: household.id }, { label }) })}
      ${linkButton({ label: t('office.homes.choose'), icon: 'plus', href: link('/office/homes/:id/add', { id: household.id }, { label }) })}</div>` : null}
    ${before.length ? html`<section class="section"><h2>${t('office.homes.before')}</h2><ul class="cards">${before.map((one) => html`<li class="card" key=${one.id}>
      <span class="card-title">${one.account_name}</span><span class="card-detail">${t('office.homes.ended', { day: nextDay(one.ended_at ?? '') })}</span></li>`)}</ul></section>` : null}
  </div>`;
}

/** @param {HomeMember} one @param {HomeTold['household']} household */
const card = (one, household) => html`<div class="row-apart">
  <span><span class="card-title">${one.account_name}</span>
    <span class="card-detail">${t(`office.homes.relation.${one.relation}`)}${one.owner_id ? html` · ${t('office.homes.votes', { name: household.owners?.find(({ id }) => id === one.owner_id)?.name ?? '' })}` : null}</span>
    <span class="card-detail">${t('office.homes.verified', { how: one.verified_how })}</span></span>
  ${may('community:household-member:end') ? button({ label: t('office.homes.end'), onClick: () => askToEnd(one, household.id) }) : null}</div>`;

/** @param {HomeMember} one @param {string} household */
const askToEnd = (one, household) => ask({
  title: t('office.homes.end_title', { name: one.account_name }), body: t(one.owner_id ? 'office.homes.end_vote' : 'office.homes.end_body'),
  reason: t('office.homes.end_reason'), yes: t('office.homes.end'), kind: 'danger',
  then: (reason, key) => endMember(household, one.id, reason, key),
  after: () => say(t('office.homes.end_said')),
});
