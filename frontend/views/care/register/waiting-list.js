import { t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { duties, settleDuty } from '../../../store/care/register/register.js';
import { suggestions } from '../../../store/care/register/suggestions.js';
import { button, linkButton } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { empty } from '../../../ui/waiting.js';
import { nextDay } from '../../dates.js';
import { ask } from '../../office/ask.js';
import { shown } from '../../reading.js';

/**
 * What waits for the social worker: reviews that are due, help that did not come, doors to ask at.
 * @typedef {import('../../../store/care/register/register.js').Duty} Duty
 * @typedef {import('../../../store/care/register/suggestions.js').Suggestion} Suggestion
 */

/** These are done by doing them; the rest is ticked off by hand. */
const BY_HAND = ['follow_up', 'help_refused', 'review_missed', 'no_consent'];

export const waitingList = () => html`<div class="stack-wide">
  <section class="section"><h2>${t('office.duty.title')}</h2>${shown(duties.reading.value, dutyList, () => duties.load())}</section>
  <section class="section"><h2>${t('office.suggestion.title')}</h2><p class="soft">${t('office.suggestion.how')}</p>
    ${shown(suggestions.reading.value, suggestionList, () => suggestions.load())}</section>
</div>`;

/** @param {Duty[]} all */
function dutyList(all) {
  if (!all.length) return empty({ icon: 'circle-check', title: t('office.duty.none') });
  return html`<ul class="cards">${all.map((one) => html`<li class="card" key=${one.id}><div class="row-apart">
    <span><span class="place">${one.household_code}</span><span class="card-detail">${tCode('office.duty', one.kind, 'office.duty.other')}${t('date.comma')}${nextDay(one.raised_at)}</span></span>
    ${dutyAction(one)}</div></li>`)}</ul>`;
}

/** @param {Duty} one */
function dutyAction(one) {
  if (BY_HAND.includes(one.kind)) return button({ label: t('office.duty.settle'), onClick: () => askToSettle(one) });
  if (one.subject_kind === 'assistance_need') return linkButton({ label: t('office.duty.look'), href: link('/office/register', {}, { show: 'active', id: one.subject_id }) });
  return linkButton({ label: t('office.duty.look'), href: '#/office/tasks' });
}

/** @param {Duty} one */
const askToSettle = (one) => ask({
  title: t('office.duty.settle'), body: t('office.duty.settle_body', { door: one.household_code }), yes: t('office.duty.settle'),
  then: (_reason, key) => settleDuty(one.id, key),
});

/** @param {Suggestion[]} all */
function suggestionList(all) {
  if (!all.length) return empty({ icon: 'circle-check', title: t('office.suggestion.none') });
  return html`<ul class="cards">${all.map((one) => html`<li key=${one.id}><a class="card card-link" href=${link('/office/suggestions/:id', { id: one.id })}>
    <span class="grow"><span class="place">${one.household_code}</span><span class="card-detail">${t(`office.suggestion.source.${one.source}`)}${t('date.comma')}${nextDay(one.made_at)}</span></span>
    <span class="go">${icon('chevron-right')}</span></a></li>`)}</ul>`;
}
