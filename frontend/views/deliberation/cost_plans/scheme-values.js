import { tiersOf } from '../../../store/deliberation/cost_plans/tiers.js';
import { createForm } from '../../office/form.js';

/**
 * What is written in the form of a scheme, and what is sent of it.
 * @typedef {import('../../../store/deliberation/cost_plans/desk.js').Rules} Rules
 * @typedef {Rules['method']} Method
 */

/** @type {Method[]} */
export const METHODS = ['area', 'per_household', 'floor_coefficient', 'coefficient_area', 'half_half', 'incremental', 'manual'];
/** @type {Method[]} */
export const NEEDS_TIERS = ['floor_coefficient', 'coefficient_area', 'half_half'];

export const form = createForm(() => ({
  title: '', method: /** @type {Method} */ ('floor_coefficient'), tiers: /** @type {Record<string, string>} */ ({}), ground_floor: '1', table: '',
  exemptions: /** @type {{ code: string, reason: string }[]} */ ([]),
  payers: /** @type {{ name: string, limit: string }[]} */ ([]),
  reductions: /** @type {{ code: string, amount: string, payer: string }[]} */ ([]),
}));

/** @param {number} fen */
export const plainYuan = (fen) => (fen / 100).toFixed(2);

/**
 * @param {typeof form.state.value.values} values
 * @param {number[]} floors
 * @param {(text: string) => number | null} fenOf
 * @returns {Rules}
 */
export const rulesOf = (values, floors, fenOf) => ({
  title: values.title.trim(), method: values.method,
  tiers: NEEDS_TIERS.includes(values.method) ? tiersOf(floors, values.tiers) : [],
  ground_floor: Number.parseInt(values.ground_floor, 10) || 1,
  table: values.method === 'manual' ? tableOf(values.table, fenOf) : [],
  exemptions: values.exemptions.map(({ code, reason }) => ({ code: code.trim(), reason: reason.trim() })),
  payers: values.payers.map(({ name, limit }) => ({ name: name.trim(), limit_fen: fenOf(limit) ?? 0 })),
  reductions: values.reductions.map(({ code, amount, payer }) => ({ code: code.trim(), amount_fen: fenOf(amount) ?? 0, payer: payer.trim() })),
});

/** @param {string} text lines of a code and an amount @param {(text: string) => number | null} fenOf */
const tableOf = (text, fenOf) => text.split('\n').map((line) => line.split('\t')).filter(([code]) => code?.trim())
  .map(([code = '', amount = '']) => ({ code: code.trim(), fen: fenOf(amount) ?? 0, scope: null }));
