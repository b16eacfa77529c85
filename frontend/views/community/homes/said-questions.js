import { t } from '../../../lib/i18n.js';
import { choose } from '../../../ui/choices.js';
import { textField } from '../../../ui/field.js';

/**
 * What somebody is to a home, and how that is known: for a member and for an invitation alike.
 * @typedef {import('../../../types/model.js').Household} Household
 * @typedef {{ relation: import('../../../store/community/homes.js').Relation | '', owner_id: string, verified_how: string }} SaidForm
 * @typedef {import('../../../ui/questions.js').Question} Question
 */

/** @returns {SaidForm} */
export const emptySaid = () => ({ relation: '', owner_id: '', verified_how: '' });

const RELATIONS = /** @type {const} */ (['owner', 'family', 'tenant']);

/**
 * @param {Household} household
 * @param {{ state: { value: { values: SaidForm, errors: Record<string, string> }, peek: () => { values: SaidForm } }, answer: (part: Partial<SaidForm>) => void, field: (name: 'verified_how') => any }} form
 * @returns {Question[]}
 */
export function saidQuestions({ owners = [] }, form) {
  const { values, errors } = form.state.value;
  const now = () => form.state.peek().values;
  return [
    { id: 'relation', errors: () => need(now().relation, 'relation', t('office.homes.error.relation')),
      body: () => choose({ id: 'relation', legend: t('office.homes.relation'), value: values.relation || null, error: errors.relation,
        options: RELATIONS.filter((one) => one !== 'owner' || owners.length).map((one) => ({ value: one, label: t(`office.homes.relation.${one}`), more: t(`office.homes.relation_more.${one}`) })),
        onChange: (relation) => form.answer({ relation, owner_id: relation === 'owner' && owners.length === 1 ? owners[0]?.id ?? '' : '' }) }) },
    ...(values.relation === 'owner' ? [{ id: 'owner_id', errors: () => need(now().owner_id, 'owner_id', t('office.homes.error.owner')),
      body: () => choose({ id: 'owner_id', legend: t('office.homes.owner'), hint: t('office.homes.owner_hint'), value: values.owner_id || null, error: errors.owner_id,
        options: owners.map(({ id, name, kind }) => ({ value: id, label: name, more: kind === 'person' ? undefined : t(`office.homes.kind.${kind}`) })),
        onChange: (owner_id) => form.answer({ owner_id }) }) }] : []),
    { id: 'verified_how', errors: () => need(now().verified_how, 'verified_how', t('office.homes.error.how')),
      body: () => textField({ ...form.field('verified_how'), label: t('office.homes.how'), hint: t('office.homes.how_hint'), maxlength: 100 }) },
  ];
}

/** @param {SaidForm} values @returns {import('../../../store/community/homes.js').Said} */
export const saidOf = ({ relation, owner_id, verified_how }) => ({ relation: relation || 'family', owner_id: owner_id || null, verified_how: verified_how.trim() });

/** @param {string} value @param {string} id @param {string} words @returns {Record<string, string>} */
const need = (value, id, words) => (value.trim() ? {} : { [id]: words });
