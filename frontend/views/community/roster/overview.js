import { number, t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { decide, settle } from '../../../store/community/roster.js';
import { decided, forgetDecisions } from '../../../store/community/roster-decisions.js';
import { say } from '../../../store/navigation.js';
import { button, linkButton } from '../../../ui/button.js';
import { errorSummary } from '../../../ui/error-summary.js';
import { notice } from '../../../ui/notice.js';
import { ask } from '../../office/ask.js';
import { createForm } from '../../office/form.js';

/**
 * How an import stands, in big numbers that open their rows.
 * @typedef {import('../../../store/community/roster.js').Import} Import
 * @typedef {import('../../../store/community/roster.js').Outcome} Outcome
 */

/** @type {Outcome[]} */
const OUTCOMES = ['create', 'change', 'review', 'warning', 'missing', 'skipped', 'unchanged'];

const sending = createForm(() => ({}));

/** @param {Import} one @param {string | null} outcome tapped */
export const overview = (one, outcome) => html`<div class="stack">
  ${standing(one)}
  ${'create' in one.summary ? figures(one, outcome) : null}
  ${errorSummary(sending.state.value.errors)}
  ${one.status === 'planned' ? decisions(one) : null}
  ${one.status === 'planned' || one.status === 'failed' ? linkButton({ label: t('office.roster.columns'), icon: 'pencil', wide: true,
    href: link('/office/roster/:id', { id: one.id }, { show: 'columns' }) }) : null}
  ${actions(one)}
</div>`;

/** @param {Import} one */
function standing(one) {
  const { status, progress, failure, summary } = one;
  if (status === 'applied') return notice({ kind: 'good', title: t('office.roster.applied'), body: t('office.roster.applied_more', { n: number(summary.create ?? 0), changed: number(summary.change ?? 0) }) });
  if (status === 'cancelled') return notice({ title: t('office.roster.cancelled'), body: t('office.roster.cancelled_more') });
  if (status === 'failed') return notice({ kind: 'bad', title: t('office.roster.failed'), body: tCode('office.roster.failure', failure ?? '', 'office.roster.failure.other') });
  if (status === 'planned') return html`<p>${t('office.roster.dry')}</p>`;
  return html`<div class="stack-tight" role="status"><p><b>${t(status === 'applying' ? 'office.roster.applying' : 'office.roster.planning')}</b>
    <span class="soft"> ${progress.total ? t('office.roster.progress', { done: number(progress.done), total: number(progress.total) }) : ''}</span></p>
    <progress max=${progress.total || undefined} value=${progress.total ? progress.done : undefined} aria-label=${t('office.roster.planning')}></progress></div>`;
}

/** @param {Import} one @param {string | null} outcome */
const figures = ({ id, summary }, outcome) => html`<div class="figure-row">${OUTCOMES.map((name) => html`
  <a class="figure" key=${name} href=${link('/office/roster/:id', { id }, { outcome: name })} aria-current=${name === outcome ? 'true' : undefined}>
    <b>${number(summary[name] ?? 0)}</b><span>${t(`office.outcome.${name}`)}</span></a>`)}</div>
  ${summary.sold ? html`<p>${t('office.homes.sold', { n: summary.sold })}</p>` : null}
  ${summary.suggestions ? html`<p class="soft">${t('office.roster.suggestions', { n: summary.suggestions })}</p>` : null}`;

/** How many rows were decided and not yet worked in. */
const waiting = () => Object.keys(decided.value).length;

/** @param {Import} one */
function decisions(one) {
  const n = waiting();
  if (!n) return null;
  return notice({ title: t('office.roster.decided', { n }), body: t('office.roster.decided_more'),
    action: button({ label: t('office.roster.again'), kind: 'primary', busy: sending.state.value.busy, onClick: () => sendDecisions(one) }) });
}

/** @param {Import} one */
const sendDecisions = (one) => sending.submit(() => workIn(one));

/** @param {Import} one */
async function workIn(one) {
  await decide(one, decided.peek());
  await forgetDecisions(one.id);
}

/** @param {Import} one */
function actions(one) {
  if (one.status === 'applied') return linkButton({ label: t('office.roster.see'), href: '#/buildings', kind: 'primary', icon: 'building-2' });
  if (one.status === 'cancelled') return linkButton({ label: t('office.roster.other'), href: '#/office/roster' });
  const cancel = button({ label: t('office.roster.cancel'), kind: 'quiet', wide: true, onClick: () => askToCancel(one) });
  if (one.status !== 'planned') return cancel;
  const n = (one.summary.create ?? 0) + (one.summary.change ?? 0);
  return html`<div class="stack-tight">
    ${n ? button({ label: t('office.roster.apply', { n: number(n) }), kind: waiting() ? 'plain' : 'primary', onClick: () => (waiting() ? askToWorkIn(one) : askToApply(one)) }) : notice({ title: t('office.roster.nothing_new') })}
    ${cancel}</div>`;
}

/** @param {Import} one */
const askToApply = (one) => ask({
  title: t('office.roster.apply_title'), yes: t('office.roster.apply_yes'),
  body: html`<p>${t('office.roster.apply_body', { n: number(one.summary.create ?? 0), changed: number(one.summary.change ?? 0) })}</p>
    ${one.summary.review ? html`<p>${t('office.roster.apply_review', { n: number(one.summary.review) })}</p>` : null}
    <p class="soft">${t('office.roster.apply_more')}</p>`,
  then: (_reason, key) => settle(one, 'application', key),
  after: () => say(t('office.roster.apply_said')),
});

/** What was decided would be left out, so it is worked in before anything is written. @param {Import} one */
const askToWorkIn = (one) => ask({
  title: t('office.roster.decided', { n: waiting() }), yes: t('office.roster.again'), body: t('office.roster.work_in'),
  then: () => workIn(one),
});

/** @param {Import} one */
const askToCancel = (one) => ask({
  title: t('office.roster.cancel'), body: t('office.roster.cancel_body'), yes: t('office.roster.cancel'), kind: 'danger',
  then: (_reason, key) => settle(one, 'cancellation', key),
});
