import { act, create, looked, read, readAll } from '../../office/call.js';
import { resource } from '../../resource.js';

/**
 * Proposals, what is said about them, and where people stand.
 * @typedef {import('../../../types/model.js').Proposal} Proposal
 * @typedef {import('../../../types/model.js').ProposalLine} ProposalLine
 * @typedef {import('../../../types/model.js').ProposalComment} ProposalComment
 */

/** Kept on the phone: a proposal can be read, and a comment written, without a network. */
export const proposals = resource({
  name: () => 'proposals',
  fetch: async () => /** @type {ProposalLine[]} */ ((await readAll('/proposals')).reverse()),
});

export const proposal = resource({
  name: (id) => `proposal:${id}`,
  fetch: async (id) => /** @type {Proposal} */ (await read(`/proposals/${id}`)),
});

export const comments = resource({
  name: (id) => `proposal-comments:${id}`,
  fetch: async (id) => /** @type {ProposalComment[]} */ (await readAll(`/proposals/${id}/comments`)),
});

/** One's own homes, to speak for. */
export const ownHomes = resource({
  name: () => 'my-homes',
  fetch: async () => /** @type {import('../../../types/model.js').OwnHome[]} */ ((await read('/me/homes')).items),
});

export const versions = looked(async (id) => /** @type {import('../../../types/model.js').ProposalVersion[]} */ (await readAll(`/proposals/${id}/versions`)));

export const amendments = looked(async (id) => /** @type {import('../../../types/model.js').Amendment[]} */ (await readAll(`/proposals/${id}/amendments`)));

export const opinions = looked(async (id) => /** @type {import('../../../types/model.js').Opinions} */ (await read(`/proposals/${id}/opinions`)));

/** The building that a representative speaks for, with where its homes are said to stand; null for others. */
export const positionPicture = looked(async (key) => {
  const { id, building } = JSON.parse(key);
  return /** @type {import('../../../types/model.js').PositionPicture} */ (await read(`/proposals/${id}/picture?building_id=${building}`));
});

/** @param {{ id: string, title: string, body: string, project_id: string | null }} body @returns {Promise<Proposal>} */
export const makeProposal = (body) => create('/proposals', body);

/** @param {string} id @param {{ id: string, follows: number, title: string, body: string, what_changed: string }} body */
export const writeVersion = (id, body) => create(`/proposals/${id}/versions`, body);

/** @param {string} id @param {string} key @param {string} target @param {string} reason */
export async function moveProposal(id, key, target, reason) {
  await create(`/proposals/${id}/moves`, { id: key, target, reason });
  await proposal.load(id);
}

/** @param {string} id @param {{ id: string, version_number: number, quote: string, replacement: string, reason: string }} body */
export const offerAmendment = (id, body) => create(`/proposals/${id}/amendments`, body);

/** @param {string} proposalId @param {string} id @param {boolean} accepted @param {string} reason @param {string} key */
export async function decideAmendment(proposalId, id, accepted, reason, key) {
  await act(`/amendments/${id}/decision`, key, { accepted, reason });
  await Promise.all([amendments.load(proposalId), proposal.load(proposalId)]);
}

/** @param {string} proposalId @param {string} id @param {'hide' | 'show'} verb @param {string} reason @param {string} key */
export async function moderate(proposalId, id, verb, reason, key) {
  await create(`/proposal-comments/${id}/moderation`, { id: key, verb, reason });
  await comments.load(proposalId);
}
