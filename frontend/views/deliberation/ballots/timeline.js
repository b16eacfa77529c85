import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { addDays } from '../../../lib/calendar.js';
import { today } from '../../../store/sync/outbox.js';
import { icon } from '../../../ui/icon.js';
import { dayThere } from '../../dates.js';
import { daysWords, shortDay } from './words.js';

/** @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round */

/** The days of a round as a line: what is over, where we are, what comes. @param {Round} one */
export const timeline = (one) => html`<ol class="round-line">${stops(one).map(({ name, when, state }) => html`<li class=${`stop stop-${state}`} aria-current=${state === 'now' ? 'step' : undefined}>
  <span class="stop-mark">${icon(state === 'past' ? 'check' : state === 'now' ? 'circle-dot' : 'circle')}</span>
  <span class="grow"><b>${t(`ballots.stop.${name}`)}</b>${state === 'now' ? html` <span class="tag tag-warn">${t('ballots.now')}</span>` : null}<span class="card-detail">${when}</span></span></li>`)}</ol>`;

/** Where a state stands on the line. @type {Record<string, number>} */
const AT = { draft: -1, noticed: 0, open: 1, closed: 2, counted: 2, on_notice: 2, final: 4, annulled: 4, withdrawn: 4 };

/** @param {Round} one */
function stops(one) {
  const at = AT[one.state] ?? -1;
  const from = one.noticed_on ?? today.value;
  /** @type {{ name: 'notice' | 'voting' | 'result' | 'final', when: string }[]} */
  const all = [
    { name: 'notice', when: one.noticed_on ? daysWords(from, addDays(one.opens_on, -1)) : t('ballots.not_noticed', { days: one.profile.notice_days }) },
    { name: 'voting', when: daysWords(one.opens_on, one.closes_on) },
    { name: 'result', when: resultWords(one) },
    // What only asks for views takes effect nowhere.
    ...(one.mode === 'survey' ? [] : [{ name: /** @type {const} */ ('final'), when: finalWords(one) }]),
  ];
  return all.map((stop, place) => ({ ...stop, state: place < at ? 'past' : place === at ? 'now' : 'next' }));
}

/** @param {Round} one */
function finalWords({ state, changes, final_from }) {
  const last = changes.at(-1);
  if (state === 'final' && last) return t('ballots.final_since', { day: shortDay(dayThere(last.at)) });
  return final_from ? t('ballots.final_from', { day: shortDay(final_from) }) : t('ballots.final_later');
}

/** @param {Round} one */
function resultWords({ state, result_on, objections_until, profile }) {
  if (result_on && objections_until) return daysWords(result_on, objections_until);
  if (!profile.result_notice_days) return t('ballots.result_at_once');
  return t(state === 'closed' ? 'ballots.result_uncounted' : state === 'counted' ? 'ballots.result_counted' : 'ballots.result_later', { days: profile.result_notice_days });
}
