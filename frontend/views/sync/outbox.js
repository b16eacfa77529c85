import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { isPending, waitingAttachments } from '../../lib/outbox/item.js';
import { dayOf } from '../../lib/outbox/summary.js';
import { attention, items, reload, timeZone, today } from '../../store/sync/outbox.js';
import { sendNow } from '../../store/sync/sending.js';
import { sendingState } from '../../store/sync/standing.js';
import { button, linkButton } from '../../ui/button.js';
import { empty } from '../../ui/waiting.js';
import { itemCard } from './item-card.js';
import { limitsNotice } from './limits-notice.js';
import { outcomeNotice } from './outcome-notice.js';
import { reconciliation } from './reconciliation.js';

/** @typedef {import('../../lib/outbox/item.js').Item} Item */

export const enter = () => void reload();

export const view = () => ({
  title: t('outbox.title'),
  back: '#/',
  body: html`<div class="stack-wide">
    ${outcomeNotice()}
    ${section(t('outbox.attention'), attention.value)}
    ${waiting()}
    ${section(t('state.handed_over'), handedOver())}
    ${reconciliation()}
    ${section(t('outbox.today'), ofToday())}
    ${items.value.length ? null : empty({ icon: 'inbox', title: t('outbox.none'), body: t('outbox.none_more') })}
    <p>${linkButton({ label: t('outbox.hand_over'), href: '#/handover', kind: 'quiet', icon: 'package' })}</p>
    ${limitsNotice()}
  </div>`,
});

function waiting() {
  const open = items.value.filter((item) => isPending(item) || (item.state === 'received' && waitingAttachments(item).length));
  if (!open.length) return null;
  return html`<div class="stack">${section(t('outbox.waiting'), open)}
    ${button({ label: t(sendingState.value.busy ? 'outbox.sending' : 'outbox.send'), kind: 'primary', icon: 'send', busy: sendingState.value.busy, onClick: sendNow })}</div>`;
}

/** Another phone is to send these; they stay in sight here. */
const handedOver = () => items.value.filter((item) => item.handed_over_at && !item.replaced_by && (item.state === 'refused' || item.state === 'conflict'));

/** Received today, the newest first. */
const ofToday = () => items.value
  .filter((item) => item.state === 'received' && !waitingAttachments(item).length && dayOf(item, timeZone.value) === today.value)
  .reverse();

/** @param {string} title @param {Item[]} list */
const section = (title, list) => (list.length ? html`<section class="section"><h2>${title} <small class="soft">${list.length}</small></h2>
  <ul class="cards">${list.map((item) => html`<li key=${item.id}>${itemCard(item)}</li>`)}</ul></section>` : null);
