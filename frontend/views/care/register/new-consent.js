import { t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { closeNeed, needDraft, showErrors } from '../../../store/care/needs.js';
import { beginConsent, giveConsent } from '../../../store/care/register/consent.js';
import { needs } from '../../../store/care/register/register.js';
import { goInstead, say } from '../../../store/navigation.js';
import { errorSummary } from '../../../ui/error-summary.js';
import { consentQuestions } from '../consent-questions.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { neededThere } from './needed-there.js';

/** @typedef {import('../../../lib/router.js').Place} Place */

const sending = createForm(() => ({}));

/** @param {Place} place */
export async function enter({ params }) {
  if (!needs.reading.peek().value) await needs.load('active');
  const one = needs.reading.peek().value?.find(({ id }) => id === params.id);
  if (one && needDraft.peek()?.item.about !== one.id) await beginConsent(one);
}

export const leave = closeNeed;

/** After an emergency, or when an earlier yes is renewed: the person is asked now. @param {Place} place */
export const view = (place) => neededThere(place, t('office.register.consent'), (one) => {
  const draft = needDraft.value;
  if (!draft) return null;
  const form = { state: /** @type {any} */ ({ value: { errors: draft.errors } }), show: showErrors };
  return html`<div class="stack"><p><b class="place">${one.household_code}</b> ${one.kind ? tCode('need', one.kind, 'need.other') : ''}</p>
    ${errorSummary(sending.state.value.errors)}
    ${askedForm({ form, place, questions: consentQuestions(draft).filter(({ id }) => id !== 'ground'), doneLabel: t('office.register.consent_yes'), onDone: () => send(one.id) })}</div>`;
});

/** @param {string} need */
async function send(need) {
  const done = await sending.submit(async (_values, id) => {
    await giveConsent(need, id);
    return true;
  });
  if (!done) return;
  say(t('office.register.consented'));
  goInstead(`#/office/register?show=active&id=${need}`);
}
