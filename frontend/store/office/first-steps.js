import { community } from '../identity/session.js';
import { resource } from '../resource.js';
import { read, readAll } from './call.js';

/**
 * What a new community's office does first, and which of it is done. It is told from what there is: homes,
 * who leads a building, a project, doors that somebody has. What is done once is not asked for again.
 * @typedef {'roster' | 'leads' | 'project' | 'doors'} Step
 * @typedef {Record<Step, boolean>} Done
 */

/** In the order in which each needs the one before. @type {readonly Step[]} */
export const STEPS = ['roster', 'leads', 'project', 'doors'];

const known = resource({ name: (key) => `first-steps:${key}`, fetch: lookAround });

/** What is done, as far as this phone knows; null while it knows nothing. */
export const firstSteps = known.reading;

/** @param {Done | null} done */
export const isSetUp = (done) => STEPS.every((step) => done?.[step]);

/** Asks the server for what was not done when it was last asked. */
export async function loadFirstSteps() {
  const here = community.peek()?.id ?? '';
  await known.warm(here);
  if (!isSetUp(firstSteps.peek().value)) await known.load(here);
}

/** @returns {Promise<Done>} */
async function lookAround() {
  const before = firstSteps.peek().value;
  /** @param {Step} step @param {() => Promise<boolean>} look */
  const found = async (step, look) => before?.[step] || look();
  const [roster, leads, project, doors] = await Promise.all([
    found('roster', () => hasAny('/buildings')), found('leads', hasLeads), found('project', () => hasAny('/projects')), found('doors', hasDoorsGiven),
  ]);
  return { roster, leads, project, doors };
}

/** @param {string} path of a list */
const hasAny = async (path) => Boolean((await read(`${path}?limit=1`)).items.length);

/** Somebody leads a building, or is asked to. */
async function hasLeads() {
  const asked = await readAll('/invitations');
  if (asked.some(({ role, state }) => role === 'building_lead' && (state === 'open' || state === 'accepted'))) return true;
  return (await readAll('/members')).some(({ roles }) => roles.some((/** @type {{ role: string }} */ { role }) => role === 'building_lead'));
}

async function hasDoorsGiven() {
  const canvasses = await readAll('/canvasses');
  const given = await Promise.all(canvasses.map(({ id }) => hasAny(`/canvasses/${id}/assignments`)));
  return given.some(Boolean);
}
