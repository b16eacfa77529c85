import { looked, read, readAll } from '../../office/call.js';

/**
 * Cost plans and their schemes as everybody reads them. They are looked at, not kept on the phone: what a
 * neighbour checks must be what stands there now.
 * @typedef {import('../../../types/api').components['schemas']} Schemas
 * @typedef {Schemas['PlanCardOut']} PlanCard
 * @typedef {Schemas['PlanOut']} Plan
 * @typedef {Schemas['ScopeOut']} Scope
 * @typedef {Schemas['SchemeCardOut']} SchemeCard
 * @typedef {Schemas['SchemeOut']} Scheme
 * @typedef {Schemas['ReckonedHomeOut']} Home
 * @typedef {Schemas['SharePageOut']} SharePage
 * @typedef {Schemas['ComparisonOut']} Comparison
 * @typedef {{ id: string, title: string, homes: Home[] }} MineUnderScheme
 */

/** What is still to be decided first, the newest first. */
export const plans = looked(async () => {
  const all = /** @type {PlanCard[]} */ ((await readAll('/cost-plans')).reverse());
  return [...all.filter(({ adopted }) => !adopted), ...all.filter(({ adopted }) => adopted)];
});

/** A plan, with what the reader's own homes pay under each of its schemes, and the storeys of each. */
export const plan = looked(async (id) => {
  const found = /** @type {Plan} */ (await read(`/cost-plans/${id}`));
  const [mine, schemes] = await Promise.all([
    Promise.all(found.schemes.map((one) => mineUnder(one))),
    Promise.all(found.schemes.map((one) => /** @type {Promise<Scheme>} */ (read(`/cost-schemes/${one.id}`)))),
  ]);
  return { plan: found, mine, floors: schemes.map(({ title, floors }) => ({ title, floors })) };
});

/** @param {SchemeCard} scheme @returns {Promise<MineUnderScheme>} */
async function mineUnder({ id, title }) {
  const { homes } = await read(`/cost-schemes/${id}/my-homes`);
  return { id, title, homes };
}

/** A scheme with its plan, the reader's own homes, and its history. */
export const scheme = looked(async (id) => {
  const found = /** @type {Scheme} */ (await read(`/cost-schemes/${id}`));
  const [whole, { homes }, { items }] = await Promise.all([
    read(`/cost-plans/${found.plan_id}`), read(`/cost-schemes/${id}/my-homes`), read(`/cost-schemes/${id}/versions`),
  ]);
  return {
    scheme: found, plan: /** @type {Plan} */ (whole), mine: /** @type {Home[]} */ (homes), versions: /** @type {Schemas['VersionOut'][]} */ (items),
  };
});

/** The homes of one building with their shares; the key is `scheme/building`. */
export const shares = looked(async (key) => {
  const [id, building] = key.split('/');
  return /** @type {SharePage[]} */ ((await read(`/cost-schemes/${id}/shares?building_id=${building}`)).pages);
});

/** Two schemes held against each other; the key is `scheme/other`. */
export const comparison = looked(async (key) => {
  const [id, other] = key.split('/');
  return /** @type {Comparison} */ (await read(`/cost-schemes/${id}/comparison?other=${other}`));
});

/** Any home's reckoning; the key is `scheme/code`. */
export const home = looked(async (key) => {
  const at = key.indexOf('/');
  const [id, code] = [key.slice(0, at), key.slice(at + 1)];
  const [told, found] = await Promise.all([read(`/cost-schemes/${id}/homes/${encodeURIComponent(code)}`), read(`/cost-schemes/${id}`)]);
  return { home: /** @type {Home} */ (told), scheme: /** @type {Scheme} */ (found) };
});

/** Works the scheme out anew on the server and holds it against its digest. */
export const check = looked(async (id) => /** @type {Schemas['CheckOut']} */ (await read(`/cost-schemes/${id}/check`)));
