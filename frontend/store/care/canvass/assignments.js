import { signal } from '../../../vendor/signals.js';
import { act, create, looked, newId, read, readAll } from '../../office/call.js';

/**
 * Who has which doors, and a proposal to share out those that nobody has.
 * @typedef {import('../../../types/model.js').Picture} Picture
 * @typedef {{ id: string, account_id: string, account_name: string, building_id: string, building_code: string, stairwell_code: string | null,
 *   floor_from: number | null, floor_to: number | null, doors: number, withdrawn_at: string | null }} Assignment
 * @typedef {{ id: string, account_id: string, building_id: string, stairwell_id: string | null, floor_from: number, floor_to: number, given: boolean }} Share
 */

export const assignments = looked(async (id) => /** @type {Assignment[]} */ ((await readAll(`/canvasses/${id}/assignments`)).filter(({ withdrawn_at }) => !withdrawn_at)));

/** @param {string} canvass @param {string} id @param {string} key */
export async function withdrawDoors(canvass, id, key) {
  await act(`/canvasses/${canvass}/assignments/${id}/withdrawal`, key);
  await assignments.load(canvass);
}

/** As it stands, with what the person changed; kept while they look elsewhere. */
export const proposal = signal({ canvass: '', shares: /** @type {Share[]} */ ([]), pictures: /** @type {Record<string, Picture>} */ ({}) });

/** @param {string} canvass @param {string[]} accounts */
export async function propose(canvass, accounts) {
  const query = accounts.map((id) => `account_ids=${id}`).join('&');
  const found = /** @type {Omit<Share, 'id' | 'given'>[]} */ (await read(`/canvasses/${canvass}/assignment-proposal?${query}`));
  const shares = found.map(({ account_id, building_id, stairwell_id, floor_from, floor_to }) => ({ id: newId(), account_id, building_id, stairwell_id, floor_from, floor_to, given: false }));
  const ids = [...new Set(shares.map(({ building_id }) => building_id))];
  const pictures = await Promise.all(ids.map((id) => read(`/canvasses/${canvass}/picture?building_id=${id}&layer=canvass`)));
  proposal.value = { canvass, shares, pictures: Object.fromEntries(pictures.map((one) => [one.building.id, one])) };
  return shares.length;
}

export const dropProposal = () => { proposal.value = { canvass: '', shares: [], pictures: {} }; };

/** @param {string} id @param {Partial<Share>} part */
export const changeShare = (id, part) => {
  proposal.value = { ...proposal.value, shares: proposal.value.shares.map((one) => (one.id === id ? { ...one, ...part } : one)) };
};

/** @param {string} id */
export const leaveOut = (id) => { proposal.value = { ...proposal.value, shares: proposal.value.shares.filter((one) => one.id !== id) }; };

/** The waiting doors of a share, counted on the picture. @param {Share} share */
export function doorsOf(share) {
  const stairwells = proposal.value.pictures[share.building_id]?.stairwells ?? [];
  return stairwells.filter(({ id }) => share.stairwell_id === null || id === share.stairwell_id).flatMap(({ doors }) => doors)
    .filter(({ floor }) => floor !== null && floor >= share.floor_from && floor <= share.floor_to);
}

/** Gives out what is not given yet; what was given stays given when the line breaks in the middle. */
export async function giveShares() {
  const { canvass, shares } = proposal.peek();
  for (const { given, ...share } of shares) {
    if (given) continue;
    await create(`/canvasses/${canvass}/assignments`, share);
    changeShare(share.id, { given: true });
  }
  return shares.length;
}
