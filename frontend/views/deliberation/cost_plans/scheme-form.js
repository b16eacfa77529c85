import { t } from '../../../lib/i18n.js';
import { link } from '../../../lib/router.js';
import { fenOf } from '../../../lib/money.js';
import { material, reviseScheme, saveScheme } from '../../../store/deliberation/cost_plans/desk.js';
import { typedTiers } from '../../../store/deliberation/cost_plans/tiers.js';
import { goInstead, say } from '../../../store/navigation.js';
import { choose } from '../../../ui/choices.js';
import { longField, textField } from '../../../ui/field.js';
import { askedForm } from '../../office/asked-form.js';
import { shown } from '../../reading.js';
import { form, METHODS, NEEDS_TIERS, plainYuan, rulesOf } from './scheme-values.js';
import { tableQuestion, tableErrors } from './scheme-table.js';
import { tierErrors, tierQuestion } from './scheme-tiers.js';
import { previewQuestion } from './scheme-preview.js';
import { exemptionQuestion, listErrors, reductionQuestion } from './scheme-lists.js';
import { methodWords } from './words.js';

/**
 * A scheme, question by question, with a look at what comes of it before it is kept.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {NonNullable<typeof material.reading.value.value>} Material
 */

/** @param {Place} place */
const key = ({ path, params }) => (path.endsWith('/edit') ? `scheme/${params.id}` : `plan/${params.id}`);

/** @param {Place} place */
export const enter = (place) => form.beginFor(key(place), material, valuesOf);

/** @param {Material} found */
const valuesOf = ({ old, reduced, table, floors }) => (old ? {
  title: old.title, method: old.method, tiers: typedTiers(floors, old.tiers), ground_floor: String(old.ground_floor),
  table: table.map(({ code, fen }) => `${code}\t${plainYuan(fen)}`).join('\n'), exemptions: old.exemptions,
  payers: old.payers.map(({ name, limit_fen }) => ({ name, limit: plainYuan(limit_fen) })),
  reductions: reduced.map(({ code, amount_fen, payer }) => ({ code, amount: plainYuan(amount_fen), payer })),
} : {});

/** @param {Place} place */
export const view = (place) => ({
  title: key(place).startsWith('scheme') ? t('cost_plans.revise') : t('cost_plans.desk_scheme'),
  back: key(place).startsWith('scheme') ? link('/deliberation/cost-schemes/:id', place.params) : link('/deliberation/cost-plans/:id', place.params),
  body: shown(material.reading.value, (found) => asked(place, found), () => enter(place)),
});

/** @param {Place} place @param {Material} found */
function asked(place, found) {
  const { values, errors } = form.state.value;
  return askedForm({ form, place, doneLabel: t('cost_plans.keep'), onDone: () => send(found), questions: [
    { id: 'method', body: () => choose({ id: 'method', legend: t('cost_plans.method'), value: values.method, error: errors.method,
      options: METHODS.map((value) => ({ value, label: methodWords(value), more: t(`cost_plans.method_more.${value}`) })), onChange: (method) => form.answer({ method }) }) },
    { id: 'title', errors: titleErrors,
      body: () => longField({ ...form.field('title'), label: t('cost_plans.scheme_title'), hint: t('cost_plans.scheme_title_hint') }) },
    ...(NEEDS_TIERS.includes(values.method) ? [{ id: 'tiers', errors: () => tierErrors(found.floors), body: () => tierQuestion(found.floors) }] : []),
    ...(values.method === 'incremental' ? [{ id: 'ground', body: () => textField({ ...form.field('ground_floor'), label: t('cost_plans.ground'), hint: t('cost_plans.ground_hint'), inputmode: 'numeric', short: true }) }] : []),
    ...(values.method === 'manual' ? [{ id: 'table', errors: tableErrors, body: tableQuestion }] : []),
    { id: 'exemptions', errors: () => listErrors('exemptions'), body: exemptionQuestion },
    { id: 'reductions', errors: () => listErrors('reductions'), body: reductionQuestion },
    { id: 'preview', body: () => previewQuestion(found) },
  ] });
}

/** @returns {Record<string, string>} */
const titleErrors = () => (form.state.peek().values.title.trim() ? {} : { title: t('cost_plans.error.title') });

/** @param {Material} found */
async function send({ plan, old, floors }) {
  const made = await form.submit((values, id) => {
    const rules = rulesOf(values, floors, fenOf);
    return old ? reviseScheme(old.id, old.version, rules) : saveScheme(plan.id, { id, ...rules });
  });
  if (!made) return;
  say(t('cost_plans.kept'));
  goInstead(link('/deliberation/cost-schemes/:id', { id: made.id }));
}
