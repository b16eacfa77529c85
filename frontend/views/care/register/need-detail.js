import { addDays } from '../../../lib/calendar.js';
import { day, t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { newId } from '../../../store/office/call.js';
import { change, openContent, opened, openings } from '../../../store/care/register/register.js';
import { say } from '../../../store/navigation.js';
import { today } from '../../../store/sync/outbox.js';
import { button, linkButton } from '../../../ui/button.js';
import { notice } from '../../../ui/notice.js';
import { whenWords } from '../../dates.js';
import { ask } from '../../office/ask.js';
import { shown } from '../../reading.js';
import { pauseList } from './pause-list.js';

/** @typedef {import('../../../store/care/register/register.js').Need} Need */

/** Unless somebody looks at it again, help must not go on by habit. */
const REVIEW_AFTER_DAYS = 90;
const ENDS = /** @type {const} */ (['no_longer_needed', 'moved_away', 'died', 'helped_otherwise', 'mistake']);
const HOWS = /** @type {const} */ (['spoken_at_door', 'signed', 'own_phone']);

/** @param {Need} one */
export const needDetail = (one) => html`<article class="stack-wide">
  <div class="stack"><h2>${one.household_code}</h2>${facts(one)}</div>
  ${one.status === 'active' ? html`${content(one)}${pauseList(one)}<section class="section stack"><h2>${t('office.register.change')}</h2>
    ${linkButton({ label: t(one.basis === 'emergency' ? 'office.register.consent' : 'office.register.consent_again'), icon: 'check', wide: true,
      kind: one.basis === 'emergency' ? 'primary' : 'plain', href: link('/office/needs/:id/consent', { id: one.id }) })}
    ${one.recurrence ? linkButton({ label: t('office.register.pause'), wide: true, href: link('/office/needs/:id/pause', { id: one.id }) }) : null}
    ${button({ label: t('office.register.review'), icon: 'calendar-check', wide: true, onClick: () => askToReview(one) })}
    ${linkButton({ label: t('office.own.title'), icon: 'smartphone', wide: true, href: link('/office/needs/:id/accounts', { id: one.id }) })}
    ${button({ label: t('office.register.withdraw'), wide: true, onClick: () => askToWithdraw(one) })}
    ${button({ label: t('office.register.end'), kind: 'danger', wide: true, onClick: () => askToEnd(one) })}</section>` : null}
  <section class="section"><h2>${t('office.register.openings')}</h2><p class="soft">${t('office.register.openings_more')}</p>
    ${shown(openings.reading.value, openingList, () => openings.load(one.id))}</section>
</article>`;

/** @param {Need} one */
const facts = ({ kind, urgency, basis, starts_on, review_on, ends_on, recurrence, end_reason }) => html`<dl class="facts">
  ${fact(t('office.register.kind'), kind && tCode('need', kind, 'need.other'))}
  ${fact(t('office.register.urgency'), urgency && tCode('urgency', urgency, 'urgency.normal'))}
  ${fact(t('office.register.basis'), basis && t(`office.register.basis.${basis}`))}
  ${fact(t('need.starts'), starts_on && day(starts_on))}
  ${fact(t('need.review'), review_on && day(review_on))}
  ${fact(t('office.register.ends'), ends_on && day(ends_on))}
  ${fact(t('office.register.often'), recurrence && `${recurrence.weekdays.map((n) => tCode('weekday', String(n), 'weekday.1')).join(' ')} ${tCode('part', recurrence.part, 'part.morning')}`)}
  ${fact(t('office.register.ended'), end_reason && tCode('office.end', end_reason, 'office.end.other'))}</dl>`;

/** @param {string} name @param {string | null | undefined} value */
const fact = (name, value) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : null);

/** @param {Need} one */
function content(one) {
  const found = opened.value?.id === one.id ? opened.value : null;
  if (!found) return notice({ title: t('office.register.sealed'), body: t('office.register.sealed_more'), action: button({ label: t('office.register.open'), icon: 'lock', onClick: () => askToOpen(one) }) });
  return html`<section class="section stack"><h2>${t('office.register.content')}</h2><dl class="facts">
    ${fact(t('need.person'), found.person_name)}${fact(t('need.instruction'), found.instruction)}
    ${fact(t('need.contact'), found.contact_name)}${fact(t('need.phone'), found.contact_phone)}${fact(t('consent.reason'), found.emergency_reason)}
    ${found.consent ? fact(t('consent.how'), `${tCode('consent.how', found.consent.given_how, 'consent.how')}${t('date.comma')}${whenWords(found.consent.given_at)}`) : null}
    ${fact(t('consent.guardian_name'), found.consent?.guardian_name)}</dl></section>`;
}

/** @param {import('../../../store/care/register/register.js').Opening[]} all */
const openingList = (all) => (all.length ? html`<ul class="stack-tight">${all.map(({ opened_at, actor_name, purpose }) => html`<li><b>${actor_name}</b>
  <span class="card-detail">${whenWords(opened_at)}${t('date.comma')}${purpose === 'care_task' ? t('office.register.for_task') : purpose}</span></li>`)}</ul>` : html`<p>${t('office.register.never_opened')}</p>`);

/** @param {Need} one */
function askToOpen(one) {
  const id = newId();
  ask({ title: t('office.register.open'), body: t('office.register.open_body'), reason: t('office.register.purpose'), yes: t('office.register.open_yes'),
    then: (purpose) => openContent(one.id, { id, purpose }) });
}

/** @param {Need} one */
function askToReview(one) {
  const id = newId();
  ask({ title: t('office.register.review'), body: t('office.register.review_body'), reason: t('need.review'), day: addDays(today.peek(), REVIEW_AFTER_DAYS), yes: t('office.register.review_yes'),
    then: (review_on) => change(one.id, 'reviews', { id, review_on }), after: () => say(t('office.register.reviewed')) });
}

/** @param {Need} one */
function askToWithdraw(one) {
  const id = newId();
  ask({ title: t('office.register.withdraw'), body: t('office.register.erases'), reason: t('office.register.withdraw_how'), yes: t('office.register.withdraw_yes'), kind: 'danger',
    options: HOWS.map((value) => ({ value, label: t(`consent.how.${value}`) })),
    then: (given_how) => change(one.id, 'withdrawal', { id, given_how }), after: () => say(t('office.register.erased')) });
}

/** @param {Need} one */
function askToEnd(one) {
  const id = newId();
  ask({ title: t('office.register.end'), body: t('office.register.erases'), reason: t('office.register.end_why'), yes: t('office.register.end_yes'), kind: 'danger',
    options: ENDS.map((value) => ({ value, label: t(`office.end.${value}`) })),
    then: (reason) => change(one.id, 'end', { id, reason }), after: () => say(t('office.register.erased')) });
}
