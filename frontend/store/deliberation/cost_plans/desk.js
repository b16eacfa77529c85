import { language } from '../../../lib/i18n.js';
import { upload } from '../../../lib/upload.js';
import { inCommunity } from '../../identity/session.js';
import { act, create, looked, read } from '../../office/call.js';
import { services } from '../../services.js';
import { plan, scheme } from './plans.js';

/**
 * Making plans and schemes: the office's part.
 * @typedef {import('./plans.js').Schemas} Schemas
 * @typedef {Schemas['ScopeIn']} ScopeIn
 * @typedef {Schemas['RulesIn']} Rules
 * @typedef {Schemas['PreviewOut']} Preview
 * @typedef {Schemas['TableOut']} Table
 */

/** @param {{ id: string, project_id: string, title: string, note: string }} body @returns {Promise<{ id: string }>} */
export const makePlan = (body) => create('/cost-plans', body);

/** All scopes anew, from the plan as it was seen. @param {import('./plans.js').Plan} seen @param {ScopeIn[]} scopes */
export async function setScopes(seen, scopes) {
  await services.api.request('PUT', inCommunity(`/cost-plans/${seen.id}/scopes`), { body: { scopes }, ifMatch: `"${seen.version}"` });
  await plan.load(seen.id);
}

/** @param {string} id @param {string} key */
export async function publishPlan(id, key) {
  await act(`/cost-plans/${id}/publication`, key);
  await plan.load(id);
}

/** What would come of it; nothing is kept. @param {string} id of the plan @param {Rules} rules @returns {Promise<Preview>} */
export const previewScheme = async (id, rules) =>
  (await services.api.request('POST', inCommunity(`/cost-plans/${id}/scheme-previews`), { body: rules })).data;

/** @param {string} planId @param {Rules & { id: string }} body @returns {Promise<{ id: string }>} */
export const saveScheme = (planId, body) => create(`/cost-plans/${planId}/schemes`, body);

/** @param {string} id @param {number} version as it was seen @param {Rules} rules @returns {Promise<{ id: string }>} */
export const reviseScheme = async (id, version, rules) =>
  (await services.api.request('PUT', inCommunity(`/cost-schemes/${id}`), { body: rules, ifMatch: `"${version}"` })).data;

/** From today's roster and scopes, as a new version. @param {string} id @param {number} version @param {string} key */
export async function recompute(id, version, key) {
  await services.api.request('POST', inCommunity(`/cost-schemes/${id}/recomputation`), { body: {}, ifMatch: `"${version}"`, idempotencyKey: key });
  await scheme.load(id);
}

/** Whose share is reduced: for the office only. */
export const reductions = looked(async (id) => /** @type {Schemas['ReductionOut'][]} */ ((await read(`/cost-schemes/${id}/reductions`)).items));

/** A file, or what was pasted, as rows. @param {Blob} file @param {string} name @returns {Promise<Table>} */
export const readTable = (file, name) => upload(inCommunity(`/cost-tables?${new URLSearchParams({ filename: name })}`), file, {
  language: language(), onProgress: () => {}, signal: new AbortController().signal,
});

/**
 * What a scheme is made from: its plan, the storeys of its homes, and for a revision the scheme itself.
 * The key is `plan/<id>` or `scheme/<id>`.
 */
export const material = looked(async (key) => {
  const [kind, id] = key.split('/');
  const old = kind === 'scheme' ? /** @type {Schemas['SchemeOut']} */ (await read(`/cost-schemes/${id}`)) : null;
  const found = /** @type {import('./plans.js').Plan} */ (await read(`/cost-plans/${old?.plan_id ?? id}`));
  const reduced = old ? /** @type {Schemas['ReductionOut'][]} */ ((await read(`/cost-schemes/${id}/reductions`)).items) : [];
  const table = old?.method === 'manual' ? await tableOf(old.id) : [];
  const { floors } = await previewScheme(found.id, plainRules());
  return { plan: found, old, reduced, table, floors: floors.map(({ floor }) => floor) };
});

/** @param {string} id */
async function tableOf(id) {
  const { pages } = await read(`/cost-schemes/${id}/shares`);
  return /** @type {Schemas['SharePageOut'][]} */ (pages).flatMap(({ homes }) => homes.map(({ code, fen }) => ({ code, fen })));
}

/** Everybody the same: the simplest way to learn which homes there are. @returns {Rules} */
const plainRules = () => ({ title: '-', method: 'per_household', tiers: [], ground_floor: 1, table: [], exemptions: [], payers: [], reductions: [] });
