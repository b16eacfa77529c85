import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { may } from '../../../store/identity/session.js';
import { messages } from '../../../store/deliberation/representatives/messages.js';
import { afterEachSending } from '../../../store/sync/after-sending.js';
import { newsOf } from '../../../store/sync/outbox.js';
import { notice } from '../../../ui/notice.js';
import { empty } from '../../../ui/waiting.js';
import { shown } from '../../reading.js';
import { messageCard } from './message-card.js';

/**
 * What neighbours wrote to me as their representative, and what I wrote to mine.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../types/model.js').Message} Message
 * @typedef {import('../../../store/deliberation/representatives/messages.js').Which} Which
 */

const PATH = '/deliberation/representatives/messages';

const answers = () => may('deliberation:message:answer');

/** A representative begins with what waits for an answer. @param {URLSearchParams} query @returns {Which} */
const whichOf = (query) => (answers() && query.get('which') !== 'mine' ? 'received' : 'mine');

/** @type {() => void} */
let stop = () => {};
export function leave() {
  stop();
  messages.forget();
}

/** Read anew after each sending: what was sent is in the list. @param {Place} place */
export function enter({ query }) {
  stop();
  stop = afterEachSending(() => messages.load(whichOf(query)));
}

/** @param {Place} place */
export function view({ query }) {
  const which = whichOf(query);
  return {
    title: t('representatives.messages'), back: '#/deliberation/representatives',
    body: html`<div class="stack">${answers() ? parts(which) : null}
      ${which === 'mine' ? onTheirWay(messages.reading.value.storedAt) : null}
      ${shown(messages.reading.value, (all) => list(all, which), () => messages.load(which))}</div>`,
  };
}

/** @param {Which} which */
const parts = (which) => html`<nav class="segments" aria-label=${t('representatives.messages')}>${/** @type {Which[]} */ (['received', 'mine']).map((one) => html`<a class="button button-plain"
  href=${link(PATH, {}, { which: one })} aria-current=${one === which ? 'true' : undefined}>${t(`representatives.messages.${one}`)}</a>`)}</nav>`;

/** Messages that the list cannot hold yet. @param {number | null} since ms, when the server was asked for it */
function onTheirWay(since) {
  const n = newsOf('representative_message', since).length;
  return n ? notice({ kind: 'note', title: t('representatives.messages_waiting', { n }) }) : null;
}

/** @param {Message[]} all @param {Which} which */
function list(all, which) {
  if (!all.length) return empty({ icon: 'messages-square', title: t(`representatives.messages_none.${which}`), body: t(`representatives.messages_none_more.${which}`) });
  return html`<ul class="cards">${all.map((one) => messageCard(one, which))}</ul>`;
}
