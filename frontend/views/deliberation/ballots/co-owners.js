import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { agreeOnVoter, electorate } from '../../../store/deliberation/ballots/desk.js';
import { goInstead, say } from '../../../store/navigation.js';
import { choose } from '../../../ui/choices.js';
import { textField } from '../../../ui/field.js';
import { empty } from '../../../ui/waiting.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { photoPart } from '../../office/photo-part.js';
import { shown } from '../../reading.js';

/** Which of a home's owners votes, as they agreed. @typedef {import('../../../lib/router.js').Place} Place */

const form = createForm(() => ({ of: '', owner_id: '', agreed_how: '', photos: /** @type {import('../../office/photo-part.js').Kept[]} */ ([]) }));

/** @param {Place} place */
export async function enter({ params }) {
  if (form.state.peek().values.of !== params.household) form.begin({ of: params.household });
  await electorate.load(params.id);
}

/** @param {Place} place */
export const view = (place) => ({
  title: t('ballots.agree_voter'), back: link('/deliberation/ballots/:id/electorate', { id: place.params.id ?? '' }),
  body: shown(electorate.reading.value, ({ electorate: { co_owned } }) => {
    const home = co_owned.find(({ household_id }) => household_id === place.params.household);
    return home ? html`<div class="stack"><p class="place">${home.door}</p>${agreedBefore(home)}${asked(place, home)}</div>` : empty({ icon: 'info', title: t('ballots.no_co_owners') });
  }, () => enter(place)),
});

/** Whoever agrees anew must know what was agreed. @param {import('../../../store/deliberation/ballots/rounds.js').Schemas['CoOwnedOut']} home */
function agreedBefore({ owners, voter_owner_id }) {
  const voter = owners.find(({ owner_id }) => owner_id === voter_owner_id);
  return voter ? html`<p>${t('ballots.agreed_before', { name: voter.name })}</p>` : null;
}

/** @param {Place} place @param {import('../../../store/deliberation/ballots/rounds.js').Schemas['CoOwnedOut']} home */
function asked(place, home) {
  const { values, errors } = form.state.value;
  return askedForm({ form, place, doneLabel: t('ballots.agree_keep'), onDone: () => send(place, home.household_id), questions: [
    { id: 'owner', errors: () => need('owner_id'), body: () => choose({ id: 'owner_id', legend: t('ballots.who_votes'), value: values.owner_id || null, error: errors.owner_id,
      options: home.owners.map(({ owner_id, name, has_account }) => ({ value: owner_id, label: name, more: has_account ? undefined : t('ballots.no_account') })), onChange: (owner_id) => form.answer({ owner_id }) }) },
    { id: 'how', errors: () => need('agreed_how'), body: () => textField({ ...form.field('agreed_how'), label: t('ballots.agreed_how'), hint: t('ballots.agreed_how_hint'), maxlength: 200 }) },
    { id: 'document', errors: needDocument,
      body: () => photoPart(form, t('ballots.agree_photo_why')) ?? html`<p>${t('ballots.no_photo_here')}</p>` },
  ] });
}

/** @param {'owner_id' | 'agreed_how'} name @returns {Record<string, string>} */
const need = (name) => (form.state.peek().values[name].trim() ? {} : { [name]: t(`ballots.error.${name}`) });

/** @returns {Record<string, string>} */
const needDocument = () => (form.state.peek().values.photos.length ? {} : { photos: t('ballots.error.agreement') });

/** @param {Place} place @param {string} household_id */
async function send({ params }, household_id) {
  const done = await form.submit(({ owner_id, agreed_how, photos }, id) => agreeOnVoter(params.id ?? '', { id, household_id, owner_id, agreed_how: agreed_how.trim() }, photos));
  if (!done) return;
  say(t('ballots.agree_kept'));
  goInstead(link('/deliberation/ballots/:id/electorate', { id: params.id ?? '' }));
}
