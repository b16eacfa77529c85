import { signal } from '../../../vendor/signals.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { invite } from '../../../store/identity/team.js';
import { goInstead } from '../../../store/navigation.js';
import { button, linkButton } from '../../../ui/button.js';
import { choose } from '../../../ui/choices.js';
import { textField } from '../../../ui/field.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { oneTimeLink } from '../../office/one-time-link.js';
import { asksPlace, emptyPost, enterPlaces, placeErrors, placeQuestion, postOf, roleErrors, roleQuestion } from './post-questions.js';

/** @typedef {import('../../../lib/router.js').Place} Place */

const DAYS = /** @type {const} */ (['1', '7', '14', '30']);
const form = createForm(() => ({ ...emptyPost(), display_name: '', days: '7' }));

/** The one just made: its link is shown here and never again. @type {import('../../../vendor/signals.js').Signal<Awaited<ReturnType<typeof invite>> | null>} */
const made = signal(null);

export const enter = enterPlaces;
export const leave = () => { made.value = null; };

/** @param {Place} place */
export const view = (place) => ({
  title: t('office.team.invite'), back: '#/office/team',
  body: made.value ? shownOnce(made.value) : asked(place),
});

/** @param {NonNullable<typeof made.value>} invitation */
const shownOnce = (invitation) => html`<div class="stack-wide">
  ${oneTimeLink({ ...invitation, title: t('office.invite.made', { name: invitation.display_name }), more: t('office.invite.made_more') })}
  <div class="stack-tight">${button({ label: t('office.invite.another'), wide: true, onClick: () => { made.value = null; } })}
    ${linkButton({ label: t('office.team.members'), href: '#/office/team', kind: 'quiet', wide: true })}</div>
</div>`;

/** @param {Place} place */
function asked(place) {
  const { values, errors } = form.state.value;
  return askedForm({
    form, place, doneLabel: t('office.invite.make'), onDone: () => send(place),
    questions: [
      { id: 'role', body: () => roleQuestion(values, errors, form.answer), errors: () => roleErrors(form.state.peek().values) },
      ...(asksPlace(values) ? [{ id: 'place', body: () => placeQuestion(values, errors, form.answer), errors: () => placeErrors(form.state.peek().values) }] : []),
      { id: 'name', body: () => textField({ ...form.field('display_name'), label: t('office.invite.name'), hint: t('office.invite.name_hint'), autocomplete: 'off' }),
        errors: () => nameErrors() },
      { id: 'days', body: () => choose({ id: 'days', legend: t('office.invite.days'), across: true, value: values.days,
        options: DAYS.map((n) => ({ value: n, label: t('office.invite.days_n', { n: Number(n) }) })), onChange: (days) => form.answer({ days }) }) },
    ],
  });
}

/** @returns {Record<string, string>} */
const nameErrors = () => (form.state.peek().values.display_name.trim() ? {} : { display_name: t('office.invite.error.name') });

/** @param {Place} place */
async function send({ path }) {
  const invitation = await form.submit((values, id) => invite({
    ...postOf(values), id, display_name: values.display_name.trim(), expires_in_days: Number(values.days),
  }));
  if (!invitation) return;
  made.value = invitation;
  goInstead(`#${path}`);
}
