import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { may } from '../../../store/identity/session.js';
import { reports } from '../../../store/deliberation/feedback/reports.js';
import { afterEachSending } from '../../../store/sync/after-sending.js';
import { newsOf } from '../../../store/sync/outbox.js';
import { linkButton } from '../../../ui/button.js';
import { notice } from '../../../ui/notice.js';
import { empty } from '../../../ui/waiting.js';
import { shown } from '../../reading.js';
import { reportCard } from './card.js';

/**
 * What neighbours reported, and how long it has been open.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../types/model.js').Feedback} Feedback
 * @typedef {import('../../../store/deliberation/feedback/reports.js').Which} Which
 */

const PATH = '/deliberation/feedback';

/** Whoever answers begins with what waits for an answer. @param {URLSearchParams} query @returns {Which} */
const whichOf = (query) => /** @type {Which} */ (query.get('which') ?? (may('deliberation:feedback:answer') ? 'to_answer' : 'open'));

/** @returns {Which[]} */
const parts = () => (may('deliberation:feedback:answer') ? ['to_answer', 'open', 'ended', 'mine'] : ['open', 'mine', 'ended']);

/** @type {() => void} */
let stop = () => {};
export const leave = () => stop();

/** Read anew after each sending: what was received is in the list. @param {Place} place */
export function enter({ query }) {
  stop();
  stop = afterEachSending(() => reports.load(whichOf(query)));
}

/** @param {Place} place */
export function view({ query }) {
  const which = whichOf(query);
  return {
    title: t('feedback.title'), back: '#/deliberation',
    body: html`<div class="stack">
      ${linkButton({ label: t('feedback.report'), href: link(`${PATH}/new`), kind: 'primary', icon: 'camera' })}
      <nav class="segments" aria-label=${t('feedback.which')}>${parts().map((one) => html`<a class="button button-plain" href=${link(PATH, {}, { which: one })}
        aria-current=${one === which ? 'true' : undefined}>${t(`feedback.part.${one}`)}</a>`)}</nav>
      ${which === 'mine' ? onTheirWay(reports.reading.value.storedAt) : null}
      ${shown(reports.reading.value, (all) => list(all, which), () => reports.load(which))}
    </div>`,
  };
}

/** Reports that the list cannot hold yet. @param {number | null} since ms, when the server was asked for it */
function onTheirWay(since) {
  const n = newsOf('feedback', since).length;
  return n ? notice({ kind: 'note', title: t('feedback.on_their_way', { n }) }) : null;
}

/** @param {Feedback[]} all @param {Which} which */
function list(all, which) {
  if (!all.length) return empty({ icon: 'circle-check', title: t(`feedback.none.${which}`), body: t('feedback.none_more') });
  return html`<ul class="cards">${all.map((one) => html`<li key=${one.id}>${reportCard(one)}</li>`)}</ul>`;
}
