import { number, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { squareMetres } from '../../../lib/money.js';
import { electorate } from '../../../store/deliberation/ballots/desk.js';
import { can } from '../../../store/deliberation/ballots/rounds.js';
import { icon } from '../../../ui/icon.js';
import { notice } from '../../../ui/notice.js';
import { shown } from '../../reading.js';

/** Who may vote, and what is missing before it is frozen. @typedef {import('../../../store/deliberation/ballots/desk.js').Electorate} Electorate */

/** @param {import('../../../lib/router.js').Place} place */
export const enter = ({ params }) => void electorate.load(params.id);

/** @param {import('../../../lib/router.js').Place} place */
export const view = ({ params }) => ({
  title: t('ballots.desk.electorate'), back: link('/deliberation/ballots/:id', params),
  body: shown(electorate.reading.value, ({ electorate: found, round }) => html`<div class="stack-wide">
    ${notice(found.frozen ? { kind: 'good', title: t('ballots.frozen'), body: t('ballots.frozen_more') } : { kind: 'note', title: t('ballots.not_frozen'), body: t('ballots.not_frozen_more') })}
    <div class="figure-row">${figure(number(found.heads), t('ballots.electors'))}${figure(squareMetres(found.area_dm2), t('ballots.square_metres'))}${figure(number(found.units), t('ballots.units'))}${figure(number(found.with_account), t('ballots.with_account'))}</div>
    ${withoutOwner(found)}${coOwned(found, round.id, can(round, 'agree_on_voter'))}</div>`, () => electorate.load(params.id)),
});

/** @param {string} value @param {string} words */
const figure = (value, words) => html`<span class="figure"><b>${value}</b><span>${words}</span></span>`;

/** @param {Electorate} found */
const withoutOwner = ({ without_owner }) => (without_owner.length ? html`<section class="section stack"><h2>${t('ballots.without_owner', { n: without_owner.length })}</h2>
  <p class="soft">${t('ballots.without_owner_more')}</p><details><summary><span class="grow">${t('ballots.doors')}</span><u>${t('ballots.show')}</u></summary><p class="numbers">${without_owner.join(t('ballots.and'))}</p></details></section>` : null);

/** @param {Electorate} found @param {string} id @param {boolean} mayAgree */
function coOwned({ co_owned, co_owned_without_voter }, id, mayAgree) {
  if (!co_owned.length) return null;
  return html`<section class="section stack"><h2>${t('ballots.co_owned', { n: co_owned_without_voter })}</h2><p class="soft">${t('ballots.co_owned_more')}</p>
    <ul class="cards">${co_owned.map(({ household_id, door, owners, voter_owner_id }) => html`<li key=${household_id}>${mayAgree ? html`<a class="card card-link" href=${link('/deliberation/ballots/:id/co-owners/:household', { id, household: household_id })}>${line(door, owners, voter_owner_id)}<span class="go">${icon('chevron-right')}</span></a>` : html`<div class="card">${line(door, owners, voter_owner_id)}</div>`}</li>`)}</ul></section>`;
}

/** @param {string} door @param {{ owner_id: string, name: string }[]} owners @param {string | null} voter */
const line = (door, owners, voter) => html`<span class="grow"><span class="card-title">${door}</span><span class="card-detail">${owners.map(({ name }) => name).join(t('ballots.and'))}</span>
  ${voter ? html`<span class="tag tag-good">${t('ballots.votes_for_home', { name: owners.find(({ owner_id }) => owner_id === voter)?.name ?? '' })}</span>` : html`<span class="tag tag-warn">${t('ballots.no_voter')}</span>`}</span>`;
