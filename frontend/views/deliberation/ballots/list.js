import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { rounds, waits } from '../../../store/deliberation/ballots/rounds.js';
import { may } from '../../../store/identity/session.js';
import { linkButton } from '../../../ui/button.js';
import { empty } from '../../../ui/waiting.js';
import { shown } from '../../reading.js';
import { roundCard } from './card.js';

/**
 * Rounds: first what waits for my own vote, then what is going on, what the office has in hand, what is to come, what is over.
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').RoundCard} RoundCard
 */

/** @type {Record<string, string[]>} */
const PARTS = { open: ['open'], draft: ['draft'], counting: ['closed', 'counted'], on_notice: ['on_notice'], noticed: ['noticed'], over: ['final', 'annulled', 'withdrawn'] };

export const enter = () => void rounds.load();

export const view = () => ({
  title: t('ballots.title'), back: '#/deliberation',
  body: html`<div class="stack-wide">
    ${shown(rounds.reading.value, list, enter)}
    ${may('deliberation:ballot-round:manage') ? linkButton({ label: t('ballots.new'), href: '#/deliberation/ballots/new', icon: 'plus', wide: true }) : null}</div>`,
});

/** @param {RoundCard[]} all */
function list(all) {
  if (!all.length) return empty({ icon: 'vote', title: t('ballots.none'), body: t('ballots.none_more') });
  const waiting = all.filter(waits);
  return html`${part(t('ballots.wait_for_you'), waiting)}
    ${Object.entries(PARTS).map(([name, states]) => part(t(`ballots.list.${/** @type {'open'} */ (name)}`), all.filter((one) => states.includes(one.state) && !waits(one))))}`;
}

/** @param {string} title @param {RoundCard[]} some */
const part = (title, some) => (some.length ? html`<section class="section"><h2>${title}</h2>
  <ul class="cards">${some.map((one) => html`<li key=${one.id}>${roundCard(one)}</li>`)}</ul></section>` : null);
