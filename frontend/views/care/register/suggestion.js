import { t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { closeNeed, needDraft, openNeed, showErrors } from '../../../store/care/needs.js';
import { confirm, dismiss, noticed, openNoticed, suggestions } from '../../../store/care/register/suggestions.js';
import { goInstead, say } from '../../../store/navigation.js';
import { newId } from '../../../store/office/call.js';
import { button, linkButton } from '../../../ui/button.js';
import { errorSummary } from '../../../ui/error-summary.js';
import { notice } from '../../../ui/notice.js';
import { empty } from '../../../ui/waiting.js';
import { needQuestions } from '../need-questions.js';
import { nextDay } from '../../dates.js';
import { ask, asking, unask } from '../../office/ask.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { shown } from '../../reading.js';

/**
 * A door to ask at: read what was noticed, ask there, register it with consent or let it go.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../store/care/register/suggestions.js').Suggestion} Suggestion
 */

const REASONS = /** @type {const} */ (['not_wanted', 'not_needed', 'helped_otherwise', 'mistake']);
const sending = createForm(() => ({}));

/** @param {Place} place */
export async function enter({ params }) {
  if (!suggestions.reading.peek().value) await suggestions.load();
  const found = find(params.id);
  if (noticed.peek()?.id !== params.id) noticed.value = null;
  if (found && needDraft.peek()?.item.order_key !== found.household_id) await openNeed({ household: found.household_id, label: found.household_code });
}

export function leave() {
  noticed.value = null;
  closeNeed();
  unask();
}

/** @param {string | undefined} id */
const find = (id) => suggestions.reading.peek().value?.find((one) => one.id === id) ?? null;

/** @param {Place} place */
export const view = (place) => ({
  title: find(place.params.id)?.household_code ?? t('office.suggestion.title'),
  back: '#/office/register',
  body: html`${shown(suggestions.reading.value, () => drawn(find(place.params.id), place), () => suggestions.load())}${asking()}`,
});

/** @param {Suggestion | null} one @param {Place} place */
function drawn(one, place) {
  if (!one) return empty({ icon: 'circle-check', title: t('office.suggestion.gone'), action: linkButton({ label: t('office.place.register'), href: '#/office/register' }) });
  const registering = place.query.get('register') === '1';
  return html`<div class="stack-wide">
    <div class="stack"><p class="soft">${t(`office.suggestion.source.${one.source}`)}${t('date.comma')}${nextDay(one.made_at)}</p>${whatWasNoticed(one)}</div>
    ${registering ? register(one, place) : html`<div class="stack">
      ${linkButton({ label: t('office.suggestion.register'), href: `#${place.path}?register=1`, kind: 'primary', icon: 'heart-handshake' })}
      ${button({ label: t('office.suggestion.dismiss'), wide: true, onClick: () => askToDismiss(one) })}</div>`}</div>`;
}

/** @param {Suggestion} one */
function whatWasNoticed(one) {
  const found = noticed.value?.id === one.id ? noticed.value : null;
  if (!found) return notice({ title: t('office.register.sealed'), body: t('office.register.sealed_more'), action: button({ label: t('office.register.open'), icon: 'lock', onClick: () => askToOpen(one) }) });
  return html`<div class="card"><p class="card-title">${found.kinds.map((kind) => tCode('need', kind, 'need.other')).join(t('date.comma'))}</p>${found.note ? html`<p class="quote">${found.note}</p>` : null}</div>`;
}

/** @param {Suggestion} one @param {Place} place */
function register(one, place) {
  const draft = needDraft.value;
  if (!draft) return null;
  const form = { state: /** @type {any} */ ({ value: { errors: draft.errors } }), show: showErrors };
  return html`<section class="section stack"><h2>${t('office.suggestion.register')}</h2>
    ${errorSummary(sending.state.value.errors)}
    ${askedForm({ form, place, questions: needQuestions(draft), doneLabel: t('need.done'), onDone: () => send(one) })}</section>`;
}

/** @param {Suggestion} one */
async function send(one) {
  const done = await sending.submit(async () => {
    await confirm(one.id);
    return true;
  });
  if (!done) return;
  say(t('office.suggestion.registered', { door: one.household_code }));
  goInstead('#/office/register');
}

/** @param {Suggestion} one */
function askToOpen(one) {
  const id = newId();
  ask({ title: t('office.register.open'), body: t('office.register.open_body'), reason: t('office.register.purpose'), yes: t('office.register.open_yes'),
    then: (purpose) => openNoticed(one.id, { id, purpose }) });
}

/** @param {Suggestion} one */
const askToDismiss = (one) => ask({
  title: t('office.suggestion.dismiss'), body: t('office.suggestion.dismiss_body'), reason: t('office.suggestion.why'), yes: t('office.suggestion.dismiss_yes'),
  options: REASONS.map((value) => ({ value, label: t(`office.dismiss.${value}`) })),
  then: (reason, key) => dismiss(one.id, reason, key),
  after: () => { say(t('office.suggestion.dismissed')); goInstead('#/office/register'); },
});
