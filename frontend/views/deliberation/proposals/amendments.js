import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { say } from '../../../store/navigation.js';
import { amendments, decideAmendment, proposal } from '../../../store/deliberation/proposals/proposals.js';
import { button, linkButton } from '../../../ui/button.js';
import { chip } from '../../../ui/mark.js';
import { empty } from '../../../ui/waiting.js';
import { whenWords } from '../../dates.js';
import { ask, asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';

/**
 * Other words for a passage, and what became of them.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../types/model.js').Amendment} Amendment
 */

const MARKS = { open: 'waiting', accepted: 'support', declined: 'oppose' };

/** @param {Place} place */
export function enter({ params }) {
  if (proposal.reading.peek().value?.id !== params.id) void proposal.load(params.id);
  void amendments.load(params.id);
}
export const leave = unask;

/** @param {Place} place */
export const view = ({ params }) => ({
  title: t('proposals.amendments'), back: link('/deliberation/proposals/:id', params),
  body: html`<div class="stack">
    ${proposal.reading.value.value?.may_comment ? linkButton({ label: t('proposals.amend'), href: link('/deliberation/proposals/:id/amend', params), kind: 'primary', icon: 'pencil', wide: true }) : null}
    ${shown(amendments.reading.value, list, () => amendments.load(params.id))}${asking()}</div>`,
});

/** @param {Amendment[]} all */
function list(all) {
  if (!all.length) return empty({ icon: 'pencil', title: t('proposals.no_amendments'), body: t('proposals.no_amendments_more') });
  return html`<ul class="cards">${all.map((one) => html`<li class="card stack-tight" key=${one.id}>
    <div class="row-apart"><span class="card-title">${one.by_name}</span>${chip(MARKS[one.decision], t(`proposals.decision.${one.decision}`))}</div>
    <p class="proposal-text"><del><span class="visually-hidden">${t('proposals.gone_begins')}</span>${one.quote}</del> ${one.replacement ? html`<ins><span class="visually-hidden">${t('proposals.added_begins')}</span>${one.replacement}</ins>` : null}</p>
    <p class="quote">${one.reason}</p>
    <span class="card-detail">${t('proposals.on_version', { n: one.version_number, time: whenWords(one.created_at) })}</span>
    ${one.decision === 'open' ? decide(one) : html`<p>${one.decided_by_name}: <q>${one.decision_reason}</q>${one.taken_into ? html` <span class="tag">${t('proposals.version', { n: one.taken_into })}</span>` : null}</p>`}</li>`)}</ul>`;
}

/** Accepting waits for the revision: while people comment, the text stands still. @param {Amendment} one */
function decide(one) {
  const about = proposal.reading.value.value;
  if (!about?.may_decide_amendments) return null;
  return html`<div class="row">
    ${about.state === 'revision' ? button({ label: t('proposals.accept'), icon: 'check', onClick: () => askToDecide(one, true) }) : html`<span class="soft">${t('proposals.accept_later')}</span>`}
    ${button({ label: t('proposals.decline'), kind: 'quiet', onClick: () => askToDecide(one, false) })}</div>`;
}

/** @param {Amendment} one @param {boolean} accepted */
const askToDecide = (one, accepted) => ask({
  title: t(accepted ? 'proposals.accept' : 'proposals.decline'), body: t(accepted ? 'proposals.accept_more' : 'proposals.decline_more'), reason: t('proposals.move_why'),
  yes: t(accepted ? 'proposals.accept' : 'proposals.decline'),
  then: (reason, key) => decideAmendment(one.proposal_id, one.id, accepted, reason, key), after: () => say(t(`proposals.decision.${accepted ? 'accepted' : 'declined'}`)),
});
