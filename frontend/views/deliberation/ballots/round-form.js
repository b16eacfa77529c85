import { addDays } from '../../../lib/calendar.js';
import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { choose, chooseSeveral } from '../../../ui/choices.js';
import { textArea, textField } from '../../../ui/field.js';
import { button } from '../../../ui/button.js';
import { notice } from '../../../ui/notice.js';
import { daysBetween } from './dates.js';
import { questionErrors, questionFields } from './question-form.js';
import { emptyQuestion, form, procedureOf, withMode } from './round-values.js';

/**
 * A round, question by question for whoever makes it.
 * @typedef {import('./new-round.js').Material} Material
 * @typedef {import('../../../ui/questions.js').Question} Step
 * @typedef {import('./round-values.js').Mode} Mode
 * @typedef {import('./round-values.js').Procedure} Procedure
 */

const MODES = /** @type {Mode[]} */ (['paper_ledger', 'survey', 'official_import']);

/** @param {Material} found @returns {Step[]} */
export function roundSteps(found) {
  const { values, errors } = form.state.value;
  return [
    { id: 'mode', errors: () => need('mode'), body: () => choose({ id: 'mode', legend: t('ballots.form.mode'), value: values.mode || null, error: errors.mode,
      options: MODES.map((mode) => ({ value: mode, label: t(`ballots.mode.${mode}`), more: t(`ballots.mode_more.${mode}`) })), onChange: (mode) => form.answer(withMode(found.procedures, mode, form.state.peek().values)) }) },
    { id: 'title', errors: () => ({ ...need('title'), ...need('background') }), body: () => html`<div class="stack">
      ${textField({ ...form.field('title'), label: t('ballots.form.title'), hint: t('ballots.form.title_hint'), maxlength: 100 })}
      ${textArea({ ...form.field('background'), label: t('ballots.form.background'), hint: t('ballots.form.background_hint'), rows: 4 })}</div>` },
    { id: 'scope', body: () => scopeStep(found) },
    ...values.questions.map((one, at) => ({ id: `question-${at + 1}`, errors: () => questionErrors(at), body: () => questionFields(one, at, found.subjects) })),
    { id: 'more', body: moreStep },
    { id: 'days', errors: () => daysErrors(procedureOf(found.procedures, values.mode)), body: () => daysStep(procedureOf(found.procedures, values.mode)) },
    { id: 'follow', body: followStep },
  ];
}

/** @param {'mode' | 'title' | 'background'} name @returns {Record<string, string>} */
const need = (name) => (form.state.peek().values[name].trim() ? {} : { [name]: t(`ballots.error.${name}`) });

/** @param {Material} found */
const scopeStep = ({ buildings, old }) => html`<div class="stack">${form.state.value.values.stairwells.length ? notice({ kind: 'note', title: t('ballots.form.stairwells', { n: old?.scope.stairwell_ids.length ?? 0 }) }) : null}
  ${chooseSeveral({ id: 'buildings', legend: t('ballots.form.scope'), hint: t('ballots.form.scope_hint'), across: true, values: form.state.value.values.buildings,
    options: buildings.map(({ id, code, name }) => ({ value: id, label: name || t('building.name', { code }) })), onChange: (some) => form.answer({ buildings: some, stairwells: [] }) })}</div>`;

/** One question more, or one less. */
function moreStep() {
  const { questions } = form.state.value.values;
  return html`<div class="stack">${button({ label: t('ballots.form.add_question'), icon: 'plus', wide: true, onClick: () => form.answer({ questions: [...questions, emptyQuestion()] }) })}
    ${questions.length > 1 ? button({ label: t('ballots.form.drop_question', { n: questions.length }), kind: 'quiet', onClick: () => form.answer({ questions: questions.slice(0, -1) }) }) : null}</div>`;
}

/** @param {Procedure | undefined} procedure */
function daysStep(procedure) {
  const { values } = form.state.value;
  const n = values.opens_on && values.closes_on ? daysBetween(values.opens_on, values.closes_on) + 1 : 0;
  return html`<fieldset class="stack"><legend class="label">${t('ballots.form.days')}</legend>
    ${procedure ? html`<p class="soft">${t('ballots.form.earliest', { day: day(procedure.earliest_opening), n: procedure.notice_days })}${t('text.between')}${t('ballots.form.window', { least: procedure.window_min_days, most: procedure.window_max_days })}</p>` : null}
    <div class="pair">${textField({ ...form.field('opens_on'), label: t('ballots.form.opens_on'), type: 'date', min: procedure?.earliest_opening })}
      ${textField({ ...form.field('closes_on'), label: t('ballots.form.closes_on'), type: 'date', min: values.opens_on })}</div>
    ${n > 0 ? html`<p>${t('ballots.form.lasts', { n })}</p>` : null}</fieldset>`;
}

/** What the server would refuse at the notice, said at once. @param {Procedure | undefined} procedure @returns {Record<string, string>} */
function daysErrors(procedure) {
  const { opens_on, closes_on } = form.state.peek().values;
  if (!opens_on) return { opens_on: t('ballots.error.day') };
  if (!closes_on || closes_on < opens_on) return { closes_on: t('ballots.error.closes_on') };
  return procedure ? offDays(procedure, opens_on, closes_on) : {};
}

/** @param {Procedure} procedure @param {string} opens @param {string} closes @returns {Record<string, string>} */
function offDays({ earliest_opening, window_min_days: least, window_max_days: most }, opens, closes) {
  if (opens < earliest_opening) return { opens_on: t('ballots.error.too_early', { day: day(earliest_opening) }) };
  const n = daysBetween(opens, closes) + 1;
  if (n < least) return { closes_on: t('ballots.error.too_short', { n: least, day: day(addDays(opens, least - 1)) }) };
  return n > most ? { closes_on: t('ballots.error.too_long', { n: most, day: day(addDays(opens, most - 1)) }) } : {};
}

const followStep = () => html`<details><summary><span class="grow">${t('ballots.form.follow')}</span><u>${t('ballots.show')}</u></summary><div class="stack">
  <p class="soft">${t('ballots.form.follow_more')}</p>
  ${textArea({ ...form.field('follow_majority'), label: t('ballots.form.citation'), hint: t('ballots.form.citation_hint'), rows: 3 })}</div></details>`;
