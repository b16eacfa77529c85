import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { buildings } from '../../../store/community/buildings.js';
import { saysNothing, spotOf, whereOf } from '../../../store/deliberation/feedback/form.js';
import { homePlace } from '../../../store/deliberation/feedback/reports.js';
import { addFile, answerReportForm, removeFile, reportDraft, similar } from '../../../store/deliberation/feedback/reporting.js';
import { choose } from '../../../ui/choices.js';
import { selectField, textArea, textField } from '../../../ui/field.js';
import { notice } from '../../../ui/notice.js';
import { evidence } from '../../care/evidence.js';
import { KINDS, placeWords } from './words.js';

/**
 * What is it, where, a photo and words; and before it is sent, whether it was reported already.
 * @typedef {import('../../../store/deliberation/feedback/form.js').FeedbackForm} FeedbackForm
 * @typedef {import('../../../store/sync/draft.js').Draft<FeedbackForm>} Draft
 */

/** @param {Draft} draft @returns {import('../../../ui/questions.js').Question[]} */
export function reportQuestions(draft) {
  const { form, errors } = draft;
  const { items: found, asked } = similar.reading.value.value ?? { items: [], asked: true };
  return [
    { id: 'kind', body: () => kindQuestion(form, errors), errors: () => kindErrors(form) },
    { id: 'where', body: () => whereQuestion(form, errors), errors: () => whereErrors(form) },
    { id: 'told', errors: () => toldErrors(draft), body: () => html`<div class="stack">
      ${evidence(draft, { addFile, removeFile })}
      ${textArea({ id: 'words', error: errors.words, label: t('feedback.words'), hint: t('feedback.words_hint'), value: form.words, rows: 3, maxlength: 2000, onInput: (words) => answerReportForm({ words }) })}
      ${asked ? null : notice({ body: t('feedback.not_asked') })}</div>` },
    ...(form.kind && found.length ? [{ id: 'same', body: () => sameQuestion(form, found) }] : []),
  ];
}

/** @param {FeedbackForm} form @param {Record<string, string>} errors */
const kindQuestion = (form, errors) => choose({
  id: 'kind', legend: t('feedback.what'), error: errors.kind, across: true, value: form.kind,
  options: KINDS.map((kind) => ({ value: kind, label: t(`feedback.kind.${kind}`) })),
  onChange: (kind) => answerReportForm({ kind }),
});

/** @param {FeedbackForm} form @param {Record<string, string>} errors */
function whereQuestion(form, errors) {
  const home = homePlace.reading.value.value;
  const where = whereOf(form, home);
  const own = home?.building_id ? [{ value: /** @type {const} */ ('home'), label: t('feedback.where.home'), more: placeWords({ ...home, place: null }) }] : [];
  return html`<div class="stack">${choose({
    id: 'where', legend: t('feedback.where'), error: errors.where, value: where,
    options: [...own, { value: /** @type {const} */ ('building'), label: t(own.length ? 'feedback.where.building' : 'feedback.where.a_building') }, { value: /** @type {const} */ ('outside'), label: t('feedback.where.outside') }],
    onChange: (chosen) => answerReportForm({ where: chosen }),
  })}
  ${where === 'building' ? buildingFields(form, errors) : null}
  ${where === 'building' || where === 'outside' ? textField({ id: 'place', label: t('feedback.place'), hint: t('feedback.place_hint'), value: form.place, maxlength: 100, onInput: (place) => answerReportForm({ place }) }) : null}</div>`;
}

/** @param {FeedbackForm} form @param {Record<string, string>} errors */
function buildingFields(form, errors) {
  const all = buildings.reading.value.value ?? [];
  const chosen = all.find(({ id }) => id === form.building);
  const first = { value: '', label: t('feedback.choose') };
  return html`<div class="pair">
    ${selectField({ id: 'building', label: t('feedback.which_building'), value: form.building, error: errors.building,
      options: [first, ...all.map(({ id, code }) => ({ value: id, label: t('feedback.building', { code }) }))], onInput: (building) => answerReportForm({ building, stairwell: '' }) })}
    ${chosen && chosen.stairwells.length > 1 ? selectField({ id: 'stairwell', label: t('feedback.which_stairwell'), value: form.stairwell,
      options: [first, ...chosen.stairwells.map(({ id, code }) => ({ value: id, label: t('feedback.stairwell', { code }) }))], onInput: (stairwell) => answerReportForm({ stairwell }) }) : null}
    ${textField({ id: 'floor', label: t('feedback.which_floor'), value: form.floor, inputmode: 'numeric', maxlength: 3, onInput: (floor) => answerReportForm({ floor }) })}
  </div>`;
}

/** @param {FeedbackForm} form @returns {Record<string, string>} */
const kindErrors = (form) => (form.kind ? {} : { kind: t('feedback.error.kind') });

/** @param {FeedbackForm} form */
function whereErrors(form) {
  const where = whereOf(form, homePlace.reading.peek().value);
  if (!where) return { where: t('feedback.error.where') };
  /** @type {Record<string, string>} */
  const wrong = where === 'building' && !form.building ? { building: t('feedback.error.building') } : {};
  return wrong;
}

/** Somewhere outside, without a word and a photo, is nothing to go by. @param {Draft} draft @returns {Record<string, string>} */
const toldErrors = ({ form, item }) => (saysNothing(form, homePlace.reading.peek().value) && !item.attachments.length ? { words: t('feedback.error.nothing') } : {});

/** @param {FeedbackForm} form @param {import('../../../types/model.js').Feedback[]} found */
const sameQuestion = (form, found) => choose({
  id: 'same', legend: t('feedback.same'), hint: t('feedback.same_hint'), value: form.same_as,
  options: [
    { value: '', label: t('feedback.same_no') },
    ...found.map((one) => ({ value: one.id, label: one.words ?? t(`feedback.kind.${one.kind}`),
      more: [placeWords(one), t('feedback.days_open', { n: one.days_open }), t('feedback.homes', { n: one.homes })].join(t('date.comma')) })),
  ],
  onChange: (same_as) => answerReportForm({ same_as }),
});

/** Where it is, for the line in the outbox. */
export function labelOf() {
  const form = reportDraft.peek()?.form;
  const home = homePlace.reading.peek().value;
  if (!form) return '';
  const { building_id, stairwell_id, floor } = spotOf(form, home);
  const building = (buildings.reading.peek().value ?? []).find(({ id }) => id === building_id);
  const known = { code: building?.code ?? (building_id === home?.building_id ? home?.building_code : null) ?? null };
  const stairwell_code = building?.stairwells.find(({ id }) => id === stairwell_id)?.code ?? null;
  return placeWords({ building_code: known.code, stairwell_code, floor, place: form.place.trim() || null });
}
