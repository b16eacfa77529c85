import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { services } from '../../../store/services.js';
import { whenWords } from '../../dates.js';
import { card } from '../waiting-card.js';

/**
 * What elections ask of somebody, for the first screen: to answer a nomination, to vote for a home. A copy that the
 * phone kept is not believed beyond closing.
 * @param {import('../../../types/model.js').Waiting} found
 */
export function electionCards({ nominations = [], elections = [] }) {
  const open = elections.filter(({ closes_at }) => Date.parse(closes_at) > services.clock.now());
  return [
    ...nominations.map(({ election_id: id, building_name: building }) => line(id, 'user-plus', t('deliberation.nominated', { building }), t('deliberation.nominated_more'))),
    ...open.map(({ election_id: id, building_name: building, closes_at, homes }) =>
      line(id, 'vote', t('deliberation.election_open', { building }), t('deliberation.election_open_more', { time: whenWords(closes_at), homes: homes.join(t('date.comma')) }))),
  ];
}

/** @param {string} id @param {string} sign @param {string} title @param {string} detail */
const line = (id, sign, title, detail) => html`<li key=${`${sign}-${id}`}>${card(link('/deliberation/elections/:id', { id }), sign, title, detail)}</li>`;
