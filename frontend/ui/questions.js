import { signal } from '../vendor/signals.js';
import { t } from '../lib/i18n.js';
import { html } from '../lib/html.js';
import { allArrived } from './arriving.js';
import { button, linkButton } from './button.js';
import { errorSummary } from './error-summary.js';

/**
 * A form as a list of questions. 长辈版 asks one on each screen and ends with a look over the answers;
 * standard shows them together. Answers are kept as they are given, in both.
 *
 * @typedef {object} Question
 * @property {string} id
 * @property {() => import('../lib/html.js').Piece} body
 * @property {() => Record<string, string>} [errors] what keeps this question from being done
 *
 * @typedef {object} Form
 * @property {Question[]} questions those that apply now
 * @property {boolean} oneByOne
 * @property {string | null} step id of the question on the screen, from the address
 * @property {(step: string) => string} hrefOf the address of a step, so that "back" goes one question back
 * @property {(href: string) => void} go
 * @property {Record<string, string>} shown errors shown after an attempt
 * @property {(errors: Record<string, string>) => void} show
 * @property {string} doneLabel
 * @property {() => unknown} onDone
 */

/** While an answer is being written to the phone, a second tap does nothing. */
const saving = signal(false);

/** @param {Form} form */
export const questionForm = (form) => (form.oneByOne ? oneQuestion(form) : allQuestions(form));

/** @param {Form} form */
function allQuestions(form) {
  const done = () => attempt(form, () => Object.assign({}, ...form.questions.map(({ errors }) => errors?.() ?? {})), form.onDone);
  return html`<form class="stack-wide" novalidate onSubmit=${caught(done)}>
    ${errorSummary(form.shown)}
    ${form.questions.map(({ id, body }) => html`<div key=${id} data-step=${id}>${body()}</div>`)}
    <div class="action-bar">${button({ label: form.doneLabel, kind: 'primary', type: 'submit', busy: saving.value })}</div>
  </form>`;
}

/** @param {Form} form */
function oneQuestion(form) {
  const at = Math.max(0, form.questions.findIndex(({ id }) => id === form.step));
  const question = form.questions[at];
  const next = form.questions[at + 1];
  if (!question) return null;
  const forward = () => attempt(form, () => question.errors?.() ?? {}, next ? () => form.go(form.hrefOf(next.id)) : form.onDone);
  return html`<form class="stack" novalidate onSubmit=${caught(forward)}>
    ${form.questions.length > 1 ? progress(at + 1, form.questions.length) : null}
    ${errorSummary(form.shown, (id) => (has(question.body(), id) ? null : hrefOf(form, id)))}
    <div key=${question.id} class="stack">${question.body()}</div>
    <div class="action-bar">
      ${button({ label: next ? t('form.next') : form.doneLabel, kind: 'primary', type: 'submit', busy: saving.value })}
      ${at > 0 ? linkButton({ label: t('form.previous'), href: form.hrefOf(form.questions[at - 1]?.id ?? ''), kind: 'quiet' }) : null}
    </div>
  </form>`;
}

/** What the server did not like may have been asked some screens before. @param {Form} form @param {string} field */
function hrefOf({ questions, hrefOf: to }, field) {
  const asked = questions.find(({ body }) => has(body(), field));
  return asked ? to(asked.id) : null;
}

/** @param {any} piece what a question draws @param {string} field @returns {boolean} */
const has = (piece, field) => (Array.isArray(piece) ? piece.some((one) => has(one, field))
  : piece?.props?.id === field || Boolean(piece?.props?.children && has(piece.props.children, field)));

/** @param {number} n @param {number} of */
const progress = (n, of) => html`<div><p class="step-count">${t('form.step', { n, of })}</p>
  <div class="progress" aria-hidden="true">${Array.from({ length: of }, (_one, i) => html`<i class=${i < n ? 'past' : ''}></i>`)}</div></div>`;

/** @param {Form} form @param {() => Record<string, string>} errorsNow @param {() => unknown} then */
async function attempt(form, errorsNow, then) {
  if (saving.peek()) return;
  saving.value = true;
  /** @type {Record<string, string>} */
  let errors = {};
  try {
    if (!(await allArrived())) return;
    errors = errorsNow();
    form.show(errors);
    if (!Object.keys(errors).length) await then();
  } catch (error) {
    // A full phone, a database taken away: whoever wrote this must know that it is not kept.
    console.error(error);
    errors = { unsaved: t('form.not_saved') };
    form.show(errors);
  } finally {
    saving.value = false;
  }
  if (Object.keys(errors).length) requestAnimationFrame(() => document.getElementById('error-summary')?.focus());
}

/** @param {() => unknown} work @returns {(event: Event) => void} */
const caught = (work) => (event) => {
  event.preventDefault();
  work();
};
