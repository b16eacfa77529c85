import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { accountId } from '../../../store/identity/session.js';
import { goInstead, say } from '../../../store/navigation.js';
import { election, neighbours, nominate } from '../../../store/deliberation/representatives/elections.js';
import { choose } from '../../../ui/choices.js';
import { empty } from '../../../ui/waiting.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { shown } from '../../reading.js';
import { need } from './assembly-questions.js';

/**
 * Whom one would see speak for the building; they are asked before they stand.
 * @typedef {import('../../../lib/router.js').Place} Place
 */

const form = createForm(() => ({ account_id: '' }));

/** @param {Place} place */
export async function enter({ params }) {
  await election.load(params.id);
  const one = election.reading.peek().value;
  if (one) await neighbours.load(one.building_id);
}

/** @param {Place} place */
export const view = (place) => ({
  title: t('representatives.nominate'), back: link('/deliberation/elections/:id', place.params),
  body: shown(neighbours.reading.value, (all) => {
    const known = new Set(election.reading.value.value?.candidates.map(({ account_id }) => account_id));
    const others = all.filter(({ account_id }) => account_id !== accountId.value && !known.has(account_id));
    if (!others.length) return empty({ icon: 'users', title: t('representatives.no_neighbours'), body: t('representatives.no_neighbours_more') });
    return html`<div class="stack"><p class="soft">${t('representatives.nominate_more')}</p>${askedForm({ form, place, doneLabel: t('representatives.nominate_do'), onDone: () => send(place.params.id ?? ''), questions: [
      { id: 'person', errors: () => need(form, 'account_id', t('representatives.error.person')), body: () => choose({ id: 'account_id', legend: t('representatives.who'), value: form.state.value.values.account_id || null, error: form.state.value.errors.account_id,
        options: others.map(({ account_id, name, household_code }) => ({ value: account_id, label: name, more: household_code })), onChange: (account_id) => form.answer({ account_id }) }) },
    ] })}</div>`;
  }, () => neighbours.load(election.reading.peek().value?.building_id ?? '')),
});

/** @param {string} id of the election */
async function send(id) {
  const done = await form.submit(async ({ account_id }, made) => {
    await nominate(id, { id: made, account_id, statement: null });
    return true;
  });
  if (!done) return;
  say(t('representatives.nominated'));
  goInstead(link('/deliberation/elections/:id', { id }));
}
