import { create, looked, read, readAll } from '../office/call.js';

/**
 * @typedef {'mobilise' | 'deliberate' | 'construct' | 'operate'} Phase
 * @typedef {{ id: string, code: string, name: string }} ProjectBuilding
 * @typedef {{ id: string, name: string, kind: string, summary: string, phase: Phase, created_at: string, buildings: ProjectBuilding[] }} Project
 * @typedef {{ id: string, from_phase: Phase, to_phase: Phase, reason: string, changed_at: string }} PhaseChange
 * @typedef {Project & { phase_history: PhaseChange[], next_phases: Phase[] }} ProjectDetail
 */

export const projects = looked(async () => /** @type {Project[]} */ ((await readAll('/projects')).reverse()));
export const project = looked(async (id) => /** @type {ProjectDetail} */ (await read(`/projects/${id}`)));

/** @param {{ id: string, name: string, kind: string, building_ids: string[], summary: string }} body @returns {Promise<Project>} */
export const openProject = (body) => create('/projects', body);

/** @param {string} id @param {{ id: string, to: Phase, reason: string }} body */
export async function movePhase(id, body) {
  await create(`/projects/${id}/phase-changes`, body);
  await project.load(id);
}
