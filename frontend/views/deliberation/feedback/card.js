import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { icon } from '../../../ui/icon.js';
import { chip } from '../../../ui/mark.js';
import { ICONS, markOf, placeWords, stateWords } from './words.js';

/** @typedef {import('../../../types/model.js').Feedback} Feedback */

/** A bar is full at so many days, so that lists of different days are drawn alike. */
const FULL = 30;

/** One report: what and where, its state, and the days it has been open as a bar. @param {Feedback} one */
export const reportCard = (one) => html`<a class="card card-link" href=${link('/deliberation/feedback/:id', { id: one.id })}>
  ${icon(ICONS[one.kind])}
  <span class="grow stack-tight"><span class="card-title">${t(`feedback.kind.${one.kind}`)}${t('date.comma')}${placeWords(one)}</span>
    ${one.words ? html`<span class="report-words">${one.words}</span>` : null}
    <span class="row">${chip(markOf(one), stateWords(one))}${one.homes > 1 ? html`<span class="tag">${t('feedback.homes', { n: one.homes })}</span>` : null}</span>
    ${daysBar(one)}</span>
  <span class="go">${icon('chevron-right')}</span></a>`;

/** @param {Pick<Feedback, 'days_open' | 'state' | 'overdue'>} one */
export const daysBar = (one) => html`<span class=${`days-open state state-${markOf(one)}`}>
  <svg aria-hidden="true" preserveAspectRatio="none" viewBox=${`0 0 ${FULL} 8`}>
    <rect class="track" width=${FULL} height="8" /><rect class="part" width=${Math.max(0.6, Math.min(FULL, one.days_open))} height="8" /></svg>
  <b>${daysWords(one)}</b></span>`;

/** @param {Pick<Feedback, 'days_open' | 'state'>} one */
function daysWords({ days_open, state }) {
  if (state === 'closed' || state === 'declined' || state === 'merged') return t('feedback.days_taken', { n: days_open });
  return days_open ? t('feedback.days_open', { n: days_open }) : t('feedback.days_none');
}
