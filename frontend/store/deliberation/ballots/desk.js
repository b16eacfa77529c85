import { create, looked, read, readAll } from '../../office/call.js';
import { createWithPhotos } from '../../office/files.js';
import { inCommunity, may } from '../../identity/session.js';
import { services } from '../../services.js';
import { round } from './rounds.js';

/**
 * Holding a round: the office's part.
 * @typedef {import('./rounds.js').Schemas} Schemas
 * @typedef {Omit<Schemas['RoundIn'], 'id'>} RoundDraft
 * @typedef {Schemas['ElectorateOut']} Electorate
 * @typedef {Schemas['ProcedureOut']} Procedure
 * @typedef {'notice' | 'opening' | 'count' | 'result-notice'} Step
 * @typedef {'recount' | 'annulment' | 'withdrawal'} ReasonedStep
 * @typedef {Schemas['StillMissingOut']['what']} Missing what keeps it from going on notice
 * @typedef {{ value: string, kind: 'proposal' | 'scheme' | 'comparison_list', label: string, missing?: Missing, options?: { key: string, title: string, subject_id: string | null }[] }} Subject what is chosen among brings its options
 */

/** What a round is made from: buildings, what may be decided with a question, the days that the city asks for, the round that is revised or run off. */
export const material = looked(async (key) => {
  const [kind, id] = key.split('/');
  const [places, subjects, procedures, old] = await Promise.all([readAll('/buildings'), subjectsToDecide(), read('/ballot-procedures'), kind === 'new' ? null : read(`/ballot-rounds/${id}`)]);
  return { buildings: /** @type {Schemas['BuildingOut'][]} */ (places), subjects, procedures: /** @type {Procedure[]} */ (procedures.items), old: /** @type {Schemas['RoundOut'] | null} */ (old) };
});

/** Schemes, proposals and comparison lists that a vote may settle. @returns {Promise<Subject[]>} */
async function subjectsToDecide() {
  const [plans, proposals, compared] = await Promise.all([
    may('deliberation:cost-plan:see') ? readAll('/cost-plans') : [],
    may('deliberation:proposal:see') ? readAll('/proposals') : [],
    may('deliberation:comparison-list:see') ? readAll('/comparison-lists') : [],
  ]);
  const published = /** @type {Schemas['ListCardOut'][]} */ (compared).filter(({ published_at }) => published_at);
  const lists = await Promise.all(published.map(({ id }) => read(`/comparison-lists/${id}`)));
  const whole = await Promise.all(/** @type {Schemas['PlanCardOut'][]} */ (plans).map(({ id }) => read(`/cost-plans/${id}`)));
  return [
    ...whole.flatMap((plan) => schemesOf(/** @type {Schemas['PlanOut']} */ (plan))),
    ...proposals.map(({ id, title, state }) => ({ value: id, kind: /** @type {const} */ ('proposal'), label: title, missing: unless(state === 'ready_to_decide', 'proposal_in_work') })),
    ...lists.map(({ id, title, options }) => ({ value: id, kind: /** @type {const} */ ('comparison_list'), label: title,
      options: /** @type {Schemas['OptionOut'][]} */ (options).map(({ key, name }) => ({ key, title: name, subject_id: null })) })),
  ];
}

/** @param {boolean} ready @param {Missing} what @returns {Missing | undefined} */
const unless = (ready, what) => (ready ? undefined : what);

/** Each scheme of a plan, and the choice among them all; of a settled one for drafts that are about it. @param {Schemas['PlanOut']} plan @returns {Subject[]} */
function schemesOf({ id, title, schemes, published_at, adopted }) {
  const missing = adopted ? 'plan_settled' : unless(Boolean(published_at), 'plan_unpublished');
  const options = schemes.map((scheme, at) => ({ key: `scheme_${at + 1}`, title: scheme.title, subject_id: scheme.id }));
  const each = schemes.map((scheme) => ({ value: scheme.id, kind: /** @type {const} */ ('scheme'), label: `${title} · ${scheme.title}`, missing }));
  return options.length > 1 ? [...each, { value: id, kind: 'scheme', label: title, missing, options }] : each;
}

/** @param {RoundDraft & { id: string }} body @returns {Promise<Schemas['RoundOut']>} */
export const draftRound = (body) => create('/ballot-rounds', body);

/** @param {string} id @param {number} version as it was seen @param {RoundDraft} body @returns {Promise<Schemas['RoundOut']>} */
export const reviseRound = async (id, version, body) =>
  (await services.api.request('PUT', inCommunity(`/ballot-rounds/${id}`), { body, ifMatch: `"${version}"` })).data;

/** A step of a round; the screen shows what became of it. @param {string} id @param {Step | ReasonedStep} step @param {string} key @param {{ reason?: string }} [more] */
export async function takeStep(id, step, key, more = {}) {
  await create(`/ballot-rounds/${id}/${step}`, { id: key, ...more });
  await round.load(id);
}

/** Who may vote: as it would be frozen now, or as it was. */
export const electorate = looked(async (id) => {
  const [found, one] = await Promise.all([read(`/ballot-rounds/${id}/electorate`), read(`/ballot-rounds/${id}`)]);
  return { electorate: /** @type {Electorate} */ (found), round: /** @type {Schemas['RoundOut']} */ (one) };
});

/** @param {string} id @param {Omit<Schemas['VoterAgreementIn'], 'attachments'>} body @param {import('../../office/files.js').Prepared[]} photos */
export async function agreeOnVoter(id, body, photos) {
  await createWithPhotos(`/ballot-rounds/${id}/voter-agreements`, body, photos);
  await electorate.load(id);
  return true;
}
