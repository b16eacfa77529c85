import { t, tCode } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { answerGrievance, closeGrievance, giveGrievance } from '../../store/care/grievances.js';
import { may } from '../../store/identity/session.js';
import { members } from '../../store/identity/team.js';
import { say } from '../../store/navigation.js';
import { button } from '../../ui/button.js';
import { errorSummary } from '../../ui/error-summary.js';
import { selectField, textArea } from '../../ui/field.js';
import { nextDay } from '../dates.js';
import { ask } from '../office/ask.js';
import { createForm } from '../office/form.js';

/** @typedef {import('../../store/care/grievances.js').Grievance} Grievance */

const answer = createForm(() => ({ of: '', words: '' }));
const owner = createForm(() => ({ account: '' }));

/** What is half-written for one is not shown for another. @param {string} id */
export function openGrievance(id) {
  if (id && answer.state.peek().values.of !== id) answer.begin({ of: id });
  owner.begin();
}

/** @param {Grievance} one */
export const grievanceDetail = (one) => html`<article class="stack-wide">
  <div class="stack-tight"><h2>${one.household_code}</h2>
    <p class="soft">${[tCode('category', one.category, 'category.other'), t(`matter.${one.matter}`), nextDay(one.raised_at)].join(t('date.comma'))}</p>
    <p class="quote">${t('grievance.quote', { words: one.words })}</p></div>
  ${one.answers.length ? html`<section class="section stack-tight"><h2>${t('office.grievance.answers')}</h2>${one.answers.map(({ id, words, answered_at }) => html`<p key=${id}>${words} <small class="soft">${nextDay(answered_at)}</small></p>`)}</section>` : null}
  ${one.status === 'closed' ? null : html`${ownerField(one)}${answerField(one)}`}
  ${one.status === 'answered' && may('care:grievance:answer') ? button({ label: t('office.grievance.close'), wide: true, onClick: () => askToClose(one) }) : null}
</article>`;

/** @param {Grievance} one */
function ownerField(one) {
  if (!may('care:grievance:assign')) return null;
  const { values, errors, busy } = owner.state.value;
  const all = members.reading.value.value ?? [];
  return html`<section class="section stack"><h2>${t('office.grievance.owner')}</h2>
    ${errorSummary(errors)}
    ${selectField({ id: 'account', label: t('office.grievance.owner_who'), value: values.account || one.owner_account_id || '', error: errors.account,
      options: [{ value: '', label: t('office.grievance.nobody') }, ...all.map(({ account_id, display_name }) => ({ value: account_id, label: display_name }))],
      onInput: (account) => owner.answer({ account }) })}
    ${button({ label: t('office.grievance.give'), wide: true, busy: busy || !values.account || values.account === one.owner_account_id, onClick: () => give(one) })}</section>`;
}

/** @param {Grievance} one */
async function give(one) {
  const done = await owner.submit(async ({ account }, key) => {
    await giveGrievance(one, account, key);
    return true;
  });
  if (done) say(t('office.grievance.given'));
}

/** @param {Grievance} one */
function answerField(one) {
  if (!may('care:grievance:answer')) return null;
  const { errors, busy } = answer.state.value;
  return html`<section class="section stack"><h2>${t('office.grievance.answer')}</h2>
    ${errorSummary(errors)}
    ${textArea({ ...answer.field('words'), label: t('office.grievance.answer_words'), hint: t('office.grievance.answer_hint') })}
    ${button({ label: t('office.grievance.send'), kind: 'primary', busy, onClick: () => send(one) })}</section>`;
}

/** @param {Grievance} one */
async function send(one) {
  const words = answer.state.peek().values.words.trim();
  const done = await answer.submit(async (_values, id) => {
    await answerGrievance(one, words, id);
    return true;
  }, words ? {} : { words: t('office.grievance.error.words') });
  if (done) say(t('office.grievance.sent'));
}

/** @param {Grievance} one */
const askToClose = (one) => ask({
  title: t('office.grievance.close'), body: t('office.grievance.close_body'), yes: t('office.grievance.close'),
  then: (_reason, key) => closeGrievance(one, key),
  after: () => say(t('office.grievance.closed')),
});
