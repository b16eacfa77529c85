import { t, tCode } from '../../../lib/i18n.js';
import { coefficient, squareMetres, yuan } from '../../../lib/money.js';

/**
 * A reckoning in words. The server sends steps with figures; the sentences are made here.
 * @typedef {import('../../../store/deliberation/cost_plans/plans.js').Home} Home
 * @typedef {import('../../../store/deliberation/cost_plans/plans.js').Scope} Scope
 * @typedef {Home['steps'][number]} Step
 * @typedef {(values: Record<string, any>) => Record<string, string | number>} Blanks
 */

/** What goes into the blanks of each sentence. @type {Record<Step['kind'], Blanks>} */
const BLANKS = {
  cost: ({ fen, label }) => ({ yuan: yuan(fen), label }),
  less_source: ({ fen, kind }) => ({ yuan: yuan(fen), source: sourceWords(kind) }),
  net: ({ fen }) => ({ yuan: yuan(fen) }),
  exempt: () => ({}),
  own_area: ({ own_dm2, all_dm2 }) => ({ own: squareMetres(own_dm2), all: squareMetres(all_dm2) }),
  one_household: ({ all }) => ({ all }),
  own_coefficient: ({ floor, own_thousandths, all_thousandths }) => ({ floor, own: coefficient(own_thousandths), all: coefficient(all_thousandths) }),
  own_coefficient_area: ({ floor, own_thousandths, own_dm2, own, all }) => ({
    floor, coefficient: coefficient(own_thousandths), area: squareMetres(own_dm2), own: weightWords(own), all: weightWords(all),
  }),
  equal_steps: ({ steps, floor }) => ({ steps, floor }),
  shared_step: ({ storey, homes }) => ({ storey, homes }),
  from_table: ({ fen }) => ({ yuan: yuan(fen) }),
  share: ({ fen }) => ({ yuan: yuan(fen) }),
  less_reduction: ({ fen, payer }) => ({ yuan: yuan(fen), payer }),
  pays: ({ fen }) => ({ yuan: yuan(fen) }),
};

/** Coefficient × area stands in thousandths of dm². @param {number} weight */
const weightWords = (weight) => coefficient(Math.round(weight / 100));

/** @param {string} kind */
export const sourceWords = (kind) => tCode('cost_plans.source', kind, 'cost_plans.source.other');

/** @param {Step} step @param {Scope[]} scopes */
function stepWords({ kind, values }, scopes) {
  const label = scopes.find(({ number }) => String(number) === String(values.scope))?.label ?? '';
  return t(`cost_plans.step.${kind}`, BLANKS[kind]({ ...values, label }));
}

/** All sentences of a home in their order. @param {Home} home @param {Scope[]} scopes */
export const reckoning = (home, scopes) => home.steps.map((step) => ({ kind: step.kind, words: stepWords(step, scopes) }));

/**
 * The formula in one line for each cost that the home shares: `89.50 m² ÷ 7,200 m² × 120,000.00 = …`.
 * @param {Home} home
 */
export function formulas(home) {
  /** @type {Step[][]} */
  const costs = [];
  for (const step of home.steps) {
    if (step.kind === 'cost') costs.push([]);
    costs.at(-1)?.push(step);
  }
  return costs.map(formula);
}

/** @param {Step[]} steps of one cost */
function formula(steps) {
  const of = (/** @type {Step['kind']} */ kind) => /** @type {Record<string, any>} */ (steps.find((step) => step.kind === kind)?.values ?? {});
  const has = (/** @type {Step['kind']} */ kind) => steps.some((step) => step.kind === kind);
  const ends = { net: yuan(of('net').fen ?? 0), share: yuan(of('share').fen ?? 0) };
  if (has('exempt')) return t('cost_plans.formula.exempt');
  if (has('own_coefficient') && has('own_area')) return t('cost_plans.formula.half_half', { ...parts('own_coefficient'), own_area: parts('own_area').own ?? '', all_area: parts('own_area').all ?? '', ...ends });
  if (has('equal_steps')) return t('cost_plans.formula.incremental', { ...BLANKS.equal_steps(of('equal_steps')), ridden: steps.filter(({ kind }) => kind === 'shared_step').length, ...ends });
  const [kind] = /** @type {const} */ (['own_area', 'one_household', 'own_coefficient', 'own_coefficient_area', 'from_table']).filter(has);
  return kind ? t(`cost_plans.formula.${kind}`, { ...parts(kind), ...ends }) : '';

  /** @param {Step['kind']} name */
  function parts(name) {
    return BLANKS[name](of(name));
  }
}

/** @param {string} method */
export const methodWords = (method) => tCode('cost_plans.method', method, 'cost_plans.scheme');
