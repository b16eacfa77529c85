import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { community } from '../../store/identity/session.js';
import { addPhoto, answerNeed, removePhoto } from '../../store/care/needs.js';
import { WORDING_VERSION } from '../../store/care/need-form.js';
import { previews } from '../../store/sync/record.js';
import { choose, tickBox } from '../../ui/choices.js';
import { textArea, textField } from '../../ui/field.js';
import { photoField } from '../../ui/photos.js';
import { readAloud } from '../../ui/read-aloud.js';

/** @typedef {import('../../store/sync/draft.js').Draft<import('../../store/care/need-form.js').NeedForm>} Draft */

/** The person's separate consent, asked in words that can be read to them; or the emergency that needs none. @param {Draft} draft */
export const consentFields = (draft) => html`<div class="stack">
  ${choose({ id: 'ground', legend: t('consent.ground'), value: draft.form.ground, onChange: (ground) => answerNeed({ ground }),
    options: [
      { value: 'consent', label: t('consent.ground.consent'), more: t('consent.ground.consent_more') },
      { value: 'emergency', label: t('consent.ground.emergency'), more: t('consent.ground.emergency_more') },
    ] })}
  ${draft.form.ground === 'consent' ? consent(draft) : null}
  ${draft.form.ground === 'emergency' ? textArea({ id: 'reason', label: t('consent.reason'), value: draft.form.reason, rows: 3,
    error: draft.errors.reason, onInput: (reason) => answerNeed({ reason }) }) : null}
</div>`;

/** @param {Draft} draft */
const consent = ({ form, errors, item, photoError }) => html`
  <div class="wording"><p>${wording(form)}</p></div>
  <div class="row-apart">${readAloud('consent', () => wording(form))}<small class="soft">${t('consent.version', { version: WORDING_VERSION })}</small></div>
  ${choose({ id: 'given_by', legend: t('consent.given_by'), across: true, value: form.given_by, onChange: (given_by) => answerNeed({ given_by }),
    options: [{ value: 'self', label: t('consent.self') }, { value: 'guardian', label: t('consent.guardian') }] })}
  ${form.given_by === 'guardian' ? textField({ id: 'guardian_name', label: t('consent.guardian_name'), value: form.guardian_name,
    error: errors.guardian_name, onInput: (guardian_name) => answerNeed({ guardian_name }) }) : null}
  ${choose({ id: 'given_how', legend: t('consent.how'), value: form.given_how, onChange: (given_how) => answerNeed({ given_how }),
    options: [
      { value: 'spoken_at_door', label: t('consent.how.spoken_at_door') },
      { value: 'signed', label: t('consent.how.signed') },
      { value: 'own_phone', label: t('consent.how.own_phone') },
    ] })}
  ${form.given_how === 'signed' ? photoField({ id: 'consent-photo', photos: item.attachments.slice(0, 1).map(({ sha256 }) => ({ sha256, url: previews.value[sha256] ?? '' })),
    error: photoError ? t('photo.unreadable') : undefined, onAdd: addPhoto, onRemove: removePhoto }) : null}
  ${errors.said_yes ? html`<span class="wrong" id="said_yes-error">${errors.said_yes}</span>` : null}
  ${tickBox({ id: 'said_yes', label: t('consent.said_yes'), checked: form.said_yes, onChange: (said_yes) => answerNeed({ said_yes }) })}`;

/** @param {Draft['form']} form */
const wording = (form) => t('consent.wording', {
  community: community.value?.name ?? '', help: form.kind ? t(`need.${form.kind}`) : t('need.other'), until: form.review_on,
});
