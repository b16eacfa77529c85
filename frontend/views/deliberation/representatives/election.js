import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { may } from '../../../store/identity/session.js';
import { election } from '../../../store/deliberation/representatives/elections.js';
import { linkButton } from '../../../ui/button.js';
import { barChart } from '../../../ui/charts/bars.js';
import { chip } from '../../../ui/mark.js';
import { notice } from '../../../ui/notice.js';
import { readAloud, stopReading } from '../../../ui/read-aloud.js';
import { whenWords } from '../../dates.js';
import { asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';
import { officeActions } from './election-office.js';
import { resultPart } from './election-result.js';
import { STAGE_STATES } from './elections.js';
import { ownCandidacy } from './own-candidacy.js';
import { openHomes, ownStanding } from './own-standing.js';
import { longDay } from './words.js';

/**
 * One election: who stands, whether I have voted, what came out.
 * @typedef {import('../../../types/model.js').Election} Election
 * @typedef {import('../../../types/model.js').Candidacy} Candidacy
 */

/** @param {import('../../../lib/router.js').Place} place */
export const enter = ({ params }) => void election.load(params.id);

export function leave() {
  unask();
  stopReading();
}

/** @param {import('../../../lib/router.js').Place} place */
export const view = ({ params }) => ({
  title: t('representatives.election_of', { building: election.reading.value.value?.building_name ?? '' }), back: '#/deliberation/elections',
  body: html`${shown(election.reading.value, details, () => election.load(params.id))}${asking()}`,
});

/** @param {Election} one */
const details = (one) => html`<div class="stack-wide">
  <div class="stack">
    <div class="row">${chip(STAGE_STATES[one.stage], t(`representatives.stage.${one.stage}`))}${one.closes_at && one.stage === 'voting' ? html`<span>${t('representatives.closes', { time: whenWords(one.closes_at) })}</span>` : null}</div>
    <p>${t('representatives.what_for', { n: one.seats, from: longDay(one.term_from), until: longDay(one.term_until) })}</p>
    ${one.cancelled_because ? notice({ kind: 'warn', title: t('representatives.cancelled'), body: one.cancelled_because }) : null}
    ${one.stage === 'counting' ? notice({ title: t('representatives.counting') }) : null}
    ${one.stage === 'voting' ? voting(one) : null}
    ${one.stage === 'nominating' ? nominating(one) : null}
  </div>
  ${one.result ? resultPart(one) : null}
  <section class="section stack"><h2>${t('representatives.who_stands')}</h2>
    ${one.candidates.length ? html`<ul class="cards">${one.candidates.map((each) => candidate(each, one))}</ul>` : html`<p>${t('representatives.nobody_stands')}</p>`}
    ${one.candidates.length ? readAloud(one.id, () => one.candidates.map(({ name, statement }) => `${name}. ${statement ?? ''}`).join(' ')) : null}</section>
  ${may('deliberation:election:hold') ? officeActions(one) : null}
</div>`;

/** @param {Candidacy} each @param {Election} one */
const candidate = (each, one) => html`<li class="card stack-tight" key=${each.id}>
  <div class="row-apart"><span class="place">${each.name}</span>${each.state === 'standing' ? null : html`<span class="tag">${t(`representatives.candidacy.${each.state}`)}</span>`}
    ${one.result?.elected.includes(each.id) ? chip('received', t('representatives.elected')) : null}</div>
  ${each.statement ? html`<p class="quote">${each.statement}</p>` : html`<p class="soft">${t('representatives.no_statement')}</p>`}
</li>`;

/** Turnout is told while voting goes on, and nothing else. @param {Election} one */
function voting(one) {
  return html`<div class="stack">
    ${barChart({ label: t('representatives.turnout'), lines: [{ label: t('representatives.homes_voted'), state: 'received', value: one.took_part, of: one.homes }] })}
    <p class="soft">${t('representatives.half_must', { n: Math.floor(one.homes / 2) + 1 })}</p>
    ${openHomes(one).length ? linkButton({ label: t('representatives.vote'), href: link('/deliberation/elections/:id/vote', { id: one.id }), kind: 'primary', icon: 'vote', wide: true }) : null}
    ${ownStanding(one)}
    <details><summary><u>${t('representatives.secret')}</u></summary><p>${t('representatives.secret_more')}</p></details></div>`;
}

/** @param {Election} one */
const nominating = (one) => html`<div class="stack">
  ${notice({ title: t('representatives.nominating'), body: t('representatives.nominating_more') })}
  ${ownCandidacy(one)}
  ${one.is_mine ? linkButton({ label: t('representatives.nominate'), href: link('/deliberation/elections/:id/nominate', { id: one.id }), wide: true, icon: 'user-plus' }) : null}</div>`;
