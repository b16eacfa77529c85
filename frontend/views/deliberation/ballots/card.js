import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { waits } from '../../../store/deliberation/ballots/rounds.js';
import { today } from '../../../store/sync/outbox.js';
import { icon } from '../../../ui/icon.js';
import { chip } from '../../../ui/mark.js';
import { daysLeft } from './dates.js';
import { markOf, shortDay, stateWords } from './words.js';

/** @typedef {import('../../../store/deliberation/ballots/rounds.js').RoundCard} RoundCard */

/** A round in a list: what it is, where it stands, and my own part. @param {RoundCard} one */
export const roundCard = (one) => html`<a class=${`card card-link${waits(one) ? ' card-on' : ''}`} href=${link('/deliberation/ballots/:id', { id: one.id })}>
  <span class="grow stack-tight"><span class="card-title">${one.title}</span>
    <span class="card-detail">${whenWords(one)}${t('date.comma')}${t(`ballots.mode_short.${/** @type {'survey'} */ (one.mode)}`)}</span>
    <span class="row">${waits(one) ? html`<span class="tag tag-bad">${icon('circle-alert')}${t('ballots.not_voted')}</span>` : chip(markOf(one.state), stateWords(one.state))}
      ${one.state === 'open' && one.mine > 0 && !waits(one) ? html`<span class="tag tag-good">${icon('check')}${t('ballots.voted')}</span>` : null}</span></span>
  <span class="go">${icon('chevron-right')}</span></a>`;

/** The day that matters next. @param {RoundCard} one */
function whenWords({ state, opens_on, closes_on }) {
  if (state === 'open') return t('ballots.until', { day: day(closes_on), left: daysLeft(closes_on, today.value) });
  if (state === 'noticed' || state === 'draft') return t('ballots.opens', { day: day(opens_on) });
  return t('ballots.was', { from: shortDay(opens_on), to: shortDay(closes_on) });
}
