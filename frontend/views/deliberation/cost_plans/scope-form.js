import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { fenOf } from '../../../lib/money.js';
import { buildings } from '../../../store/community/buildings.js';
import { project } from '../../../store/community/projects.js';
import { setScopes } from '../../../store/deliberation/cost_plans/desk.js';
import { plan } from '../../../store/deliberation/cost_plans/plans.js';
import { goInstead, say } from '../../../store/navigation.js';
import { button } from '../../../ui/button.js';
import { choose, chooseSeveral, tickBox } from '../../../ui/choices.js';
import { textField } from '../../../ui/field.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { shown } from '../../reading.js';
import { asSent } from './scopes.js';
import { sourceWords } from './words.js';

/**
 * One scope, or one for each stairwell at once: which homes, what it costs, who else pays.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../store/deliberation/cost_plans/plans.js').Plan} Plan
 * @typedef {import('../../../types/model.js').Building} Building
 * @typedef {{ building_id: string, stairwell_id: string | null }} Spot
 */

const KINDS = /** @type {const} */ (['policy_subsidy', 'common_revenue', 'maintenance_fund', 'other']);

const form = createForm(() => ({
  how: 'each', label: '', places: /** @type {string[]} */ ([]), total: '', with_shops: false,
  policy_subsidy: '', common_revenue: '', maintenance_fund: '', other: '',
}));

/** @param {Place} place */
export async function enter({ params }) {
  void buildings.load();
  const found = await form.beginFor(`${params.id}/${params.number}`, plan, ({ plan: one }) => valuesOf(one.scopes.find(({ number }) => String(number) === params.number)), params.id);
  if (found) await project.load(found.plan.project_id);
}

/** @param {Plan['scopes'][number] | undefined} scope */
const valuesOf = (scope) => (scope ? {
  how: 'together', label: scope.label, with_shops: scope.with_shops, total: plain(scope.total_fen),
  places: scope.places.map(({ building_id, stairwell_id }) => `${building_id}/${stairwell_id ?? ''}`),
  ...Object.fromEntries(scope.sources.map(({ kind, amount_fen }) => [kind, plain(amount_fen)])),
} : {});

/** @param {number} fen */
const plain = (fen) => (fen / 100).toFixed(2);

/** @param {Place} place */
export const view = (place) => ({
  title: place.params.number === 'new' ? t('cost_plans.scope_new') : t('cost_plans.scope_edit'),
  back: link('/deliberation/cost-plans/:id/scopes', place.params),
  body: shown(plan.reading.value, ({ plan: one }) => shown(project.reading.value, ({ buildings: own }) => {
    const ids = new Set(own.map(({ id }) => id));
    return asked(place, one, (buildings.reading.value.value ?? []).filter(({ id }) => ids.has(id)));
  }, () => project.load(one.project_id)), () => enter(place)),
});

/** @param {Place} place @param {Plan} one @param {Building[]} own */
function asked(place, one, own) {
  const { values, errors } = form.state.value;
  const isNew = place.params.number === 'new';
  const together = values.how === 'together';
  return askedForm({ form, place, doneLabel: t('cost_plans.scope_keep'), onDone: () => send(place, one, own), questions: [
    ...(isNew ? [{ id: 'how', body: () => choose({ id: 'how', legend: t('cost_plans.how'), value: values.how, onChange: (/** @type {string} */ how) => form.answer({ how, places: [] }),
      options: ['each', 'together'].map((value) => ({ value, label: t(`cost_plans.how.${/** @type {'each'} */ (value)}`), more: t(`cost_plans.how_more.${/** @type {'each'} */ (value)}`) })) }) }] : []),
    ...(together ? [{ id: 'label', errors: () => need('label', t('cost_plans.error.label')), body: () => textField({ ...form.field('label'), label: t('cost_plans.label'), hint: t('cost_plans.label_hint') }) }] : []),
    { id: 'places', errors: () => (form.state.peek().values.places.length ? {} : { places: t('cost_plans.error.places') }), body: () => html`<div class="stack">
      ${chooseSeveral({ id: 'places', legend: t('cost_plans.where'), across: true, values: values.places, error: errors.places, options: together ? spots(own) : own.map(({ id, code }) => ({ value: `${id}/`, label: t('building.name', { code }) })), onChange: (places) => form.answer({ places }) })}
      ${button({ label: t('cost_plans.all_places'), kind: 'quiet', onClick: () => form.answer({ places: own.map(({ id }) => `${id}/`) }) })}
      ${tickBox({ id: 'with_shops', label: t('cost_plans.with_shops'), more: t('cost_plans.with_shops_more'), checked: values.with_shops, onChange: (with_shops) => form.answer({ with_shops }) })}</div>` },
    { id: 'total', errors: () => amountError('total', true), body: () => textField({ ...form.field('total'), label: together ? t('cost_plans.scope_total') : t('cost_plans.scope_total_each'), hint: t('cost_plans.amount_hint'), inputmode: 'decimal' }) },
    { id: 'sources', errors: () => Object.assign({}, ...KINDS.map((kind) => amountError(kind, false)), excess()), body: () => html`<fieldset class="stack" id="scopes"><legend class="label">${t('cost_plans.sources')}</legend><p class="soft">${t('cost_plans.sources_hint')}</p>
      ${KINDS.map((kind) => textField({ ...form.field(kind), label: sourceWords(kind), inputmode: 'decimal' }))}</fieldset>` },
  ] });
}

/** Whole buildings, and the stairwells of those that have several. @param {Building[]} own */
const spots = (own) => own.flatMap(({ id, code, stairwells }) => [
  { value: `${id}/`, label: t('building.name', { code }) },
  ...(stairwells.length > 1 ? stairwells.map((well) => ({ value: `${id}/${well.id}`, label: t('building.name', { code }) + t('building.stairwell', { code: well.code }) })) : []),
]);

/** @param {'label'} name @param {string} words @returns {Record<string, string>} */
const need = (name, words) => (form.state.peek().values[name].trim() ? {} : { [name]: words });

/** @param {'total' | typeof KINDS[number]} name @param {boolean} required @returns {Record<string, string>} */
function amountError(name, required) {
  const text = form.state.peek().values[name].trim();
  if (!text && !required) return {};
  const fen = fenOf(text);
  return fen === null || fen <= 0 ? { [name]: t('cost_plans.error.amount') } : {};
}

/** Sources never exceed the total: said before anything is sent. @returns {Record<string, string>} */
function excess() {
  const { values } = form.state.peek();
  const taken = KINDS.reduce((sum, kind) => sum + (fenOf(values[kind]) ?? 0), 0);
  return taken > (fenOf(values.total) ?? 0) ? { policy_subsidy: t('cost_plans.error.excess') } : {};
}

/** @param {Place} place @param {Plan} one @param {Building[]} own */
async function send({ params }, one, own) {
  const made = await form.submit(async (values) => {
    const scopes = scopesOf(values, own);
    const rest = one.scopes.filter(({ number }) => String(number) !== params.number).map(asSent);
    await setScopes(one, [...rest, ...scopes]);
    return true;
  });
  if (!made) return;
  say(t('cost_plans.scopes_kept'));
  goInstead(link('/deliberation/cost-plans/:id/scopes', params));
}

/** @param {typeof form.state.value.values} values @param {Building[]} own */
function scopesOf(values, own) {
  const sources = KINDS.flatMap((kind) => (fenOf(values[kind]) ? [{ kind, name: sourceWords(kind), amount_fen: fenOf(values[kind]) ?? 0 }] : []));
  const common = { total_fen: fenOf(values.total) ?? 0, with_shops: values.with_shops, sources };
  const places = values.places.map((value) => ({ building_id: value.split('/')[0] ?? '', stairwell_id: value.split('/')[1] || null }));
  if (values.how === 'together') return [{ ...common, kind: /** @type {const} */ ('project'), label: values.label.trim(), places }];
  return places.flatMap(({ building_id }) => eachStairwell(own.find(({ id }) => id === building_id)))
    .map(({ label, place }) => ({ ...common, kind: /** @type {const} */ ('lift'), label, places: [place] }));
}

/** @param {Building | undefined} building @returns {{ label: string, place: Spot }[]} */
const eachStairwell = (building) => (building?.stairwells ?? []).map(({ id, code }) => ({
  label: t('cost_plans.lift_of', { building: building?.code ?? '', stairwell: code }), place: { building_id: building?.id ?? '', stairwell_id: id },
}));
