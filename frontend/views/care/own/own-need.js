import { signal } from '../../../vendor/signals.js';
import { day, t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { openings, openOwn, record, withdrawOwn } from '../../../store/care/own/record.js';
import { newId } from '../../../store/office/call.js';
import { say } from '../../../store/navigation.js';
import { button } from '../../../ui/button.js';
import { notice } from '../../../ui/notice.js';
import { empty } from '../../../ui/waiting.js';
import { nextDay, whenWords } from '../../dates.js';
import { failureWords } from '../../failure.js';
import { ask, asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';

/**
 * One thing that is kept about me: by what consent, what it says, who opened it, and taking it back.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../store/care/own/record.js').OwnNeed} OwnNeed
 * @typedef {import('../../../store/care/own/record.js').OwnContent} OwnContent
 * @typedef {import('../../../store/care/own/record.js').Opening} Opening
 */

/** @type {import('../../../vendor/signals.js').Signal<OwnContent | null>} */
const content = signal(null);
const failure = signal(/** @type {string | null} */ (null));

/** @param {Place} place */
export function enter({ params }) {
  content.value = null;
  failure.value = null;
  void record.load();
  void openings.load(params.need ?? '');
}

/** What was sealed does not stay on the screen for whoever takes the phone next. */
export function leave() {
  content.value = null;
  unask();
}

/** @param {Place} place */
export const view = ({ params }) => ({
  title: t('my_record.title'), back: '#/my-record',
  body: html`${shown(record.reading.value, (all) => drawn(all.find(({ id }) => id === params.need)), () => record.load())}${asking()}`,
});

/** @param {OwnNeed | undefined} one */
const drawn = (one) => (one ? html`<article class="stack-wide">
  <div class="stack"><h2>${tCode('need', one.kind, 'need.other')}</h2>${facts(one)}</div>
  ${one.status === 'active' ? html`${kept(one)}
    <section class="section stack"><h2>${t('my_record.withdraw_title')}</h2><p>${t('my_record.withdraw_more')}</p>
      ${button({ label: t('my_record.withdraw'), kind: 'danger', wide: true, onClick: () => askToWithdraw(one) })}</section>`
    : notice({ title: t('my_record.erased'), body: t('my_record.erased_more') })}
  <section class="section"><h2>${t('my_record.openings')}</h2>${shown(openings.reading.value, openingList, () => openings.load(one.id))}</section>
</article>` : empty({ icon: 'lock', title: t('my_record.none'), body: t('my_record.none_more') }));

/** @param {OwnNeed} one */
const facts = ({ household_code, relation, starts_on, review_on, ends_on, consent, ended_at }) => html`<dl class="facts card">
  <dt>${t('my_record.home')}</dt><dd>${household_code}</dd>
  <dt>${t('my_record.about')}</dt><dd>${t(`my_record.relation.${relation}`)}</dd>
  <dt>${t('need.starts')}</dt><dd>${day(starts_on)}</dd>
  ${ends_on ? html`<dt>${t('my_record.until')}</dt><dd>${day(ends_on)}</dd>` : null}
  ${review_on ? html`<dt>${t('my_record.looked_at')}</dt><dd>${day(review_on)}</dd>` : null}
  <dt>${t('my_record.consent')}</dt><dd>${consent ? t('my_record.consent_given', { how: tCode('consent.how', consent.given_how, 'consent.how'), day: nextDay(consent.given_at), name: consent.taken_by_name }) : t('my_record.emergency')}</dd>
  ${ended_at ? html`<dt>${t('my_record.ended')}</dt><dd>${nextDay(ended_at)}</dd>` : null}</dl>`;

/** @param {OwnNeed} one */
function kept(one) {
  const found = content.value;
  return html`<section class="section stack"><h2>${t('my_record.kept')}</h2>
    ${failure.value ? notice({ kind: 'warn', title: t('reading.failed'), body: failure.value }) : null}
    ${found ? html`<dl class="facts"><dt>${t('need.person')}</dt><dd>${found.person_name}</dd><dt>${t('need.instruction')}</dt><dd>${found.instruction}</dd>
      ${found.contact_name ? html`<dt>${t('need.contact')}</dt><dd>${found.contact_name}</dd>` : null}
      ${found.contact_phone ? html`<dt>${t('need.phone')}</dt><dd>${found.contact_phone}</dd>` : null}</dl>`
      : html`<p>${t('my_record.kept_more')}</p>${button({ label: t('my_record.read'), icon: 'lock', wide: true, onClick: () => readIt(one) })}`}</section>`;
}

/** @param {OwnNeed} one */
async function readIt(one) {
  try {
    failure.value = null;
    content.value = await openOwn(one.id, t('my_record.purpose'));
  } catch (error) {
    failure.value = failureWords(error);
  }
}

/** A need is opened together with its consent: to the person that is one reading. @param {Opening[]} all */
const readings = (all) => [...new Map(all.map((one) => [`${one.actor_name} ${one.purpose} ${whenWords(one.opened_at)}`, one])).values()];

/** @param {Opening[]} all */
const openingList = (all) => (all.length ? html`<ul class="cards">${readings(all).map(({ opened_at, actor_name, purpose }) => html`<li class="card" key=${opened_at}>
  <span class="card-title">${actor_name}</span><span class="card-detail">${whenWords(opened_at)}</span>
  <span class="card-detail">${purpose === 'care_task' ? t('my_record.for_task') : purpose}</span></li>`)}</ul>` : html`<p>${t('my_record.never_opened')}</p>`);

/** @param {OwnNeed} one */
function askToWithdraw(one) {
  const id = newId();
  ask({ title: t('my_record.withdraw'), body: t('my_record.withdraw_body'), yes: t('my_record.withdraw_yes'), kind: 'danger',
    then: async () => {
      await withdrawOwn(one.id, id);
      content.value = null;
    },
    after: () => say(t('my_record.withdrawn')) });
}
