import { fenOf } from '../../../lib/money.js';
import { createForm } from '../../office/form.js';

/**
 * What is written in the form of a list, and what is sent of it.
 * @typedef {import('../../../store/deliberation/comparison_lists/lists.js').Content} Content
 * @typedef {import('../../../store/deliberation/comparison_lists/lists.js').List} List
 * @typedef {import('../../../store/deliberation/sessions/decided.js').Decided} Decided
 * @typedef {Content['criteria'][number]} CriterionIn
 * @typedef {{ key: string, label: string, kind: CriterionIn['kind'], unit: string, better: 'higher' | 'lower', weight: string }} Criterion
 * @typedef {{ key: string, name: string }} Option
 */

export const form = createForm(() => ({
  project_id: '', title: '', question: '', version: 0, reason: '', decision_id: '',
  /** What the list rests on now. */
  rests_on: /** @type {Decided | null} */ (null),
  /** Whether its weights rest on words only, as they could in the past. */
  said: false,
  options: /** @type {Option[]} */ ([{ key: 'o1', name: '' }, { key: 'o2', name: '' }]),
  criteria: /** @type {Criterion[]} */ ([{ key: 'c1', label: '', kind: 'number', unit: '', better: 'higher', weight: '' }]),
  /** By `option/criterion`. */
  cells: /** @type {Record<string, { value: string, source: string }>} */ ({}),
}));

/** @param {List} found @returns {Partial<typeof form.state.value.values>} */
export const valuesOf = (found) => ({
  project_id: found.project_id, title: found.title, question: found.question, version: found.version, decision_id: found.decision_id ?? '', rests_on: restsOn(found), said: Boolean(found.agreed_on && !found.decision_id),
  options: found.options.map(({ key, name }) => ({ key, name })),
  criteria: found.criteria.map(({ key, label, kind, unit, better, weight }) => ({ key, label, kind, unit, better, weight: weight ? String(weight) : '' })),
  cells: Object.fromEntries(found.cells.map(({ option, criterion, value, source }) => {
    const kind = found.criteria.find(({ key }) => key === criterion)?.kind;
    return [`${option}/${criterion}`, { value: typed(kind, value), source }];
  })),
});

/** @param {List} found @returns {Decided | null} */
const restsOn = ({ decision_id, session_id, agreed_in, agreed_on, agreed_words, project_id }) => (decision_id && session_id
  ? { id: decision_id, session_id, words: agreed_words ?? '', title: agreed_in ?? '', held_on: agreed_on ?? '', project_id } : null);

/** @param {string | undefined} kind @param {List['cells'][number]['value']} value */
function typed(kind, value) {
  if (kind === 'yes_no') return value ? 'yes' : 'no';
  return kind === 'price' ? (Number(value) / 100).toFixed(2) : String(value ?? '');
}

/** @param {typeof form.state.value.values} values @returns {Content} */
export function contentOf({ title, question, options, criteria, cells, decision_id }) {
  const kept = options.filter(({ name }) => name.trim());
  const weights = new Map(criteria.map(({ key, kind, weight }) => [key, kind === 'text' || !decision_id ? 0 : Number.parseInt(weight, 10) || 0]));
  return {
    title: title.trim(), question: question.trim(),
    options: kept.map(({ key, name }) => ({ key, name: name.trim(), note: '' })),
    criteria: criteria.map(({ kind, better, label, ...rest }) => ({ ...rest, kind, label: label.trim(), better: kind === 'price' ? /** @type {const} */ ('lower') : better, weight: weights.get(rest.key) ?? 0 })),
    cells: kept.flatMap((option) => criteria.flatMap((criterion) => {
      const cell = cells[`${option.key}/${criterion.key}`];
      const value = cell ? sent(criterion.kind, cell.value.trim()) : null;
      return cell && value !== null ? [{ option: option.key, criterion: criterion.key, value, source: cell.source.trim() }] : [];
    })),
    decision_id: decision_id || null,
  };
}

/** What is not known is left out. @param {Criterion['kind']} kind @param {string} text */
function sent(kind, text) {
  if (!text) return null;
  if (kind === 'price') return fenOf(text) ?? text;
  return kind === 'yes_no' ? text === 'yes' : text;
}

/** A key that no other part has. @param {{ key: string }[]} parts @param {string} letter */
export const freshKey = (parts, letter) => `${letter}${1 + Math.max(0, ...parts.map(({ key }) => Number.parseInt(key.slice(1), 10) || 0))}`;
