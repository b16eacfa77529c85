import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { services } from '../../../store/services.js';
import { icon } from '../../../ui/icon.js';
import { whenWords } from '../../dates.js';

/**
 * What elections ask of somebody, for the first screen: to answer a nomination, to vote for a home. A copy that the
 * phone kept is not believed beyond closing.
 * @param {import('../../../types/model.js').Waiting} found
 */
export function electionCards({ nominations = [], elections = [] }) {
  const open = elections.filter(({ closes_at }) => Date.parse(closes_at) > services.clock.now());
  return [
    ...nominations.map(({ election_id: id, building_name: building }) => card(id, 'user-plus', t('deliberation.nominated', { building }), t('deliberation.nominated_more'))),
    ...open.map(({ election_id: id, building_name: building, closes_at, homes }) =>
      card(id, 'vote', t('deliberation.election_open', { building, time: whenWords(closes_at) }), t('deliberation.election_open_more', { homes: homes.join(t('date.comma')) }))),
  ];
}

/** @param {string} id @param {string} sign @param {string} title @param {string} detail */
const card = (id, sign, title, detail) => html`<li key=${`${sign}-${id}`}><a class="card card-link" href=${link('/deliberation/elections/:id', { id })}>${icon(sign)}
  <span class="grow"><span class="card-title">${title}</span><span class="card-detail">${detail}</span></span>
  <span class="go">${icon('chevron-right')}</span></a></li>`;
