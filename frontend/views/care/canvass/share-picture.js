import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { doorsOf, proposal } from '../../../store/care/canvass/assignments.js';
import { buildingPicture } from '../../../ui/building/picture.js';
import { swatch } from '../../../ui/mark.js';

/**
 * A person's doors on the buildings: theirs, others', and those that nobody has.
 * @param {string} account
 * @param {import('../../../store/identity/team.js').Member[]} members
 */
export function sharePicture(account, members) {
  const { shares, pictures } = proposal.value;
  const own = shares.filter(({ account_id }) => account_id === account);
  const mine = new Set(own.flatMap((share) => doorsOf(share)).map(({ household_id }) => household_id));
  const others = new Map(shares.filter(({ account_id }) => account_id !== account)
    .flatMap((share) => doorsOf(share).map(({ household_id }) => /** @type {const} */ ([household_id, share.account_id]))));
  const name = (/** @type {string | undefined} */ id) => members.find(({ account_id }) => account_id === id)?.display_name ?? '';
  const wanted = new Set(own.map(({ building_id }) => building_id));
  return html`<div class="stack">
    <ul class="legend"><li>${swatch('talked')}<span>${name(account)}</span></li><li>${swatch('none')}<span>${t('office.assign.others')}</span></li><li>${swatch('not_assigned')}<span>${t('mark.canvass.not_assigned')}</span></li></ul>
    ${Object.values(pictures).filter(({ building }) => wanted.has(building.id)).map(({ building, stairwells }) => html`<section class="stack-tight" key=${building.id}><h2>${building.name || t('building.name', { code: building.code })}</h2>
      ${buildingPicture({
        stairwells: stairwells.map((one) => ({ ...one, doors: one.doors.map((door) => ({ ...door, mark: markOf(door, mine, others) })) })),
        hrefOf: () => null,
        wordsOf: (door) => (door.mark === 'talked' ? name(account) : name(others.get(door.household_id)) || t('office.assign.others')),
      })}</section>`)}
  </div>`;
}

/**
 * @param {import('../../../types/model.js').Door} door
 * @param {Set<string>} mine
 * @param {Map<string, string>} others
 */
function markOf({ household_id, mark }, mine, others) {
  if (mine.has(household_id)) return 'talked';
  return others.has(household_id) || mark !== 'not_assigned' ? 'none' : 'not_assigned';
}
