import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { strikePause } from '../../../store/care/register/register.js';
import { say } from '../../../store/navigation.js';
import { today } from '../../../store/sync/outbox.js';
import { button } from '../../../ui/button.js';
import { ask } from '../../office/ask.js';

/**
 * @typedef {import('../../../store/care/register/register.js').Need} Need
 * @typedef {import('../../../store/care/register/register.js').Pause} Pause
 */

/** When recurring help rests, now and to come; a stay that ends early is struck. @param {Need} one */
export const pauseList = (one) => (one.pauses?.length ? html`<section class="section"><h2>${t('office.register.pauses')}</h2>
  <ul class="cards">${one.pauses.map((pause) => html`<li class="card" key=${pause.id}><div class="row-apart">
    <span><span class="card-title">${daysWords(pause)}</span>${pause.from_on <= today.value ? html`<span class="card-detail">${t('office.register.pause_now')}</span>` : null}</span>
    ${button({ label: t('office.register.strike'), onClick: () => askToStrike(one, pause) })}</div></li>`)}</ul></section>` : null);

/** @param {Pause} pause */
const daysWords = ({ from_on, until_on }) => (from_on === until_on ? day(from_on) : `${day(from_on)} – ${day(until_on)}`);

/** @param {Need} one @param {Pause} pause */
const askToStrike = (one, pause) => ask({
  title: t('office.register.strike_title', { days: daysWords(pause) }), body: t('office.register.strike_body'), yes: t('office.register.strike'),
  then: (_reason, key) => strikePause(one.id, pause.id, key), after: () => say(t('office.register.struck')),
});
