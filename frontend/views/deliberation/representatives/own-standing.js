import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { notice } from '../../../ui/notice.js';

/**
 * How a neighbour's homes stand with an election that takes ballots.
 * @typedef {import('../../../types/model.js').Election} Election
 */

/** Homes whose ballot is still to come. @param {Election} one */
export const openHomes = (one) => one.my_homes.filter(({ may_vote, has_voted }) => may_vote && !has_voted);

/** What became of the others: voted, or registered when voting had begun. @param {Election} one */
export function ownStanding(one) {
  const late = one.my_homes.filter(({ may_vote }) => !may_vote);
  const voted = one.my_homes.some(({ has_voted }) => has_voted);
  return html`
    ${voted && !openHomes(one).length ? notice({ kind: 'good', title: t('representatives.has_voted'), body: t('representatives.has_voted_more') }) : null}
    ${late.map(({ code }) => notice({ kind: 'warn', title: t('representatives.came_later'), body: t('representatives.came_later_more', { code }) }))}
    ${one.my_homes.length ? null : html`<p>${t('representatives.not_my_building')}</p>`}`;
}
