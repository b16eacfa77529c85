import { day, t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { community } from '../../store/identity/session.js';
import { answerNeed, removeFile, takePage } from '../../store/care/needs.js';
import { groundErrors, WORDING_VERSION, wordsErrors, giverErrors } from '../../store/care/need-form.js';
import { previews } from '../../store/sync/record.js';
import { choose, tickBox } from '../../ui/choices.js';
import { textArea, textField, wrongLine } from '../../ui/field.js';
import { photoField } from '../../ui/photos.js';
import { readAloud } from '../../ui/read-aloud.js';

/**
 * The person's separate consent, asked in words that can be read to them; or the emergency that needs none.
 * @typedef {import('../../store/sync/draft.js').Draft<import('../../store/care/need-form.js').NeedForm>} Draft
 */

/** @param {Draft} draft @returns {import('../../ui/questions.js').Question[]} */
export function consentQuestions(draft) {
  const { form } = draft;
  const first = { id: 'ground', body: () => ground(draft), errors: () => groundErrors(form) };
  if (form.ground !== 'consent') return [first];
  return [
    first,
    { id: 'giver', body: () => giver(draft), errors: () => giverErrors(form) },
    { id: 'how', body: () => how(draft) },
    { id: 'words', body: () => words(draft), errors: () => wordsErrors(form) },
  ];
}

/** @param {Draft} draft */
const ground = ({ form, errors }) => html`<div class="stack">
  ${choose({ id: 'ground', legend: t('consent.ground'), error: errors.ground, value: form.ground, onChange: (value) => answerNeed({ ground: value }),
    options: [
      { value: 'consent', label: t('consent.ground.consent'), more: t('consent.ground.consent_more') },
      { value: 'emergency', label: t('consent.ground.emergency'), more: t('consent.ground.emergency_more') },
    ] })}
  ${form.ground === 'emergency' ? textArea({ id: 'reason', label: t('consent.reason'), value: form.reason, rows: 3,
    error: errors.reason, onInput: (reason) => answerNeed({ reason }) }) : null}
</div>`;

/** @param {Draft} draft */
const giver = ({ form, errors }) => html`<div class="stack">
  ${choose({ id: 'given_by', legend: t('consent.given_by'), error: errors.given_by, value: form.given_by, onChange: (given_by) => answerNeed({ given_by }),
    options: [{ value: 'self', label: t('consent.self') }, { value: 'guardian', label: t('consent.guardian'), more: t('consent.guardian_more') }] })}
  ${form.given_by === 'guardian' ? textField({ id: 'guardian_name', label: t('consent.guardian_name'), value: form.guardian_name,
    error: errors.guardian_name, onInput: (guardian_name) => answerNeed({ guardian_name }) }) : null}
</div>`;

/** @param {Draft} draft */
const how = ({ form, item, fileError }) => html`<div class="stack">
  ${choose({ id: 'given_how', legend: t('consent.how'), value: form.given_how, onChange: (given_how) => answerNeed({ given_how }),
    options: [
      { value: 'spoken_at_door', label: t('consent.how.spoken_at_door') },
      { value: 'signed', label: t('consent.how.signed'), more: t('consent.how.signed_more') },
      { value: 'own_phone', label: t('consent.how.own_phone') },
    ] })}
  ${form.given_how === 'signed' ? photoField({ id: 'consent-photo', photos: item.attachments.slice(-1).map(({ sha256 }) => ({ sha256, url: previews.value[sha256] ?? '' })),
    error: fileError ? t('photo.unreadable') : undefined, onAdd: takePage, onRemove: removeFile, again: t('consent.photo_again') }) : null}
</div>`;

/** @param {Draft} draft */
const words = ({ form, errors }) => html`<div class="stack">
  <h2>${t('consent.read')}</h2>
  <div class="wording"><p>${wording(form)}</p></div>
  <div class="row-apart">${readAloud('consent', () => wording(form))}<small class="soft">${t('consent.version', { version: WORDING_VERSION })}</small></div>
  ${wrongLine('said_yes', errors.said_yes)}
  ${tickBox({ id: 'said_yes', label: t('consent.said_yes'), checked: form.said_yes, onChange: (said_yes) => answerNeed({ said_yes }) })}
</div>`;

/** @param {Draft['form']} form */
const wording = (form) => t('consent.wording', {
  community: community.value?.name ?? '',
  help: t(`need.${form.kind ?? 'other'}`),
  until: day(form.review_on, { year: 'numeric', month: 'long', day: 'numeric' }),
});
