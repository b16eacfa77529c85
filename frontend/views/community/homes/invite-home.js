import { signal } from '../../../vendor/signals.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { home, inviteHome } from '../../../store/community/homes.js';
import { goInstead } from '../../../store/navigation.js';
import { linkButton } from '../../../ui/button.js';
import { textField } from '../../../ui/field.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { oneTimeLink } from '../../office/one-time-link.js';
import { shown } from '../../reading.js';
import { emptySaid, saidOf, saidQuestions } from './said-questions.js';

/**
 * At the door: a code on the lead's phone, and the neighbour is at home as soon as it is scanned.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../store/community/homes.js').HomeTold} HomeTold
 */

const form = createForm(() => ({ ...emptySaid(), display_name: '' }));
/** @type {import('../../../vendor/signals.js').Signal<Awaited<ReturnType<typeof inviteHome>> | null>} */
const made = signal(null);

/** @param {Place} place */
export function enter({ params }) {
  if (home.reading.peek().value?.household.id !== params.id) form.begin();
  void home.load(params.id ?? '');
}
export const leave = () => { made.value = null; };

/** @param {Place} place */
export const view = (place) => ({
  title: t('office.homes.invite'), back: link('/office/homes/:id', place.params, { label: place.query.get('label') ?? '' }),
  body: made.value ? shownOnce(made.value, place) : shown(home.reading.value, (told) => asked(place, told), () => enter(place)),
});

/** @param {NonNullable<typeof made.value>} invitation @param {Place} place */
const shownOnce = (invitation, { params, query }) => html`<div class="stack-wide">
  ${oneTimeLink({ ...invitation, title: t('office.invite.made', { name: invitation.display_name }), more: t('office.homes.invite_more') })}
  ${linkButton({ label: t('office.homes.back'), href: link('/office/homes/:id', params, { label: query.get('label') ?? '' }), wide: true })}</div>`;

/** @param {Place} place @param {HomeTold} told */
const asked = (place, { household }) => askedForm({
  form, place, doneLabel: t('office.invite.make'), onDone: () => send(place, household),
  questions: [
    { id: 'display_name', errors: () => nameErrors(), body: () => textField({ ...form.field('display_name'), label: t('office.invite.name'), hint: t('office.invite.name_hint'), autocomplete: 'off' }) },
    ...saidQuestions(household, form),
  ],
});

/** @returns {Record<string, string>} */
const nameErrors = () => (form.state.peek().values.display_name.trim() ? {} : { display_name: t('office.invite.error.name') });

/** @param {Place} place @param {HomeTold['household']} household */
async function send({ path, query }, household) {
  const invitation = await form.submit((values, id) => inviteHome(household, { ...saidOf(values), id, display_name: values.display_name.trim() }));
  if (!invitation) return;
  made.value = invitation;
  goInstead(link(path, {}, { label: query.get('label') ?? '' }));
}
