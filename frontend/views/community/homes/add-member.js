import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { addMember, home } from '../../../store/community/homes.js';
import { members } from '../../../store/identity/team.js';
import { goInstead, say } from '../../../store/navigation.js';
import { choose } from '../../../ui/choices.js';
import { textField } from '../../../ui/field.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { shown } from '../../reading.js';
import { emptySaid, saidOf, saidQuestions } from './said-questions.js';

/**
 * A neighbour who has an account already is put into a household.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../store/community/homes.js').HomeTold} HomeTold
 */

const form = createForm(() => ({ ...emptySaid(), account_id: '', find: '' }));
/** So many are offered; the rest is found by name. */
const OFFERED = 8;

/** @param {Place} place */
export function enter({ params }) {
  if (home.reading.peek().value?.household.id !== params.id) form.begin();
  void members.load();
  void home.load(params.id ?? '');
}

/** @param {Place} place */
export const view = (place) => ({
  title: t('office.homes.choose'), back: link('/office/homes/:id', place.params, { label: place.query.get('label') ?? '' }),
  body: shown(home.reading.value, (told) => shown(members.reading.value, () => asked(place, told), () => members.load()), () => enter(place)),
});

/** @param {Place} place @param {HomeTold} told */
const asked = (place, told) => askedForm({
  form, place, doneLabel: t('office.homes.add'), onDone: () => send(place),
  questions: [
    { id: 'account_id', errors: nobodyChosen, body: () => who(told) },
    ...saidQuestions(told.household, form),
  ],
});

/** @returns {Record<string, string>} */
const nobodyChosen = () => (form.state.peek().values.account_id ? {} : { account_id: t('office.homes.error.who') });

/** @param {HomeTold} told */
function who(told) {
  const { values, errors } = form.state.value;
  const there = new Set(told.members.filter(({ ended_at }) => !ended_at).map(({ account_id }) => account_id));
  const free = (members.reading.value.value ?? []).filter(({ account_id }) => !there.has(account_id));
  const fitting = free.filter(({ account_id, display_name }) => account_id === values.account_id || display_name.includes(values.find.trim()));
  return html`<div class="stack">
    ${free.length > OFFERED ? textField({ ...form.field('find'), label: t('office.team.find'), type: 'search' }) : null}
    ${fitting.length ? choose({ id: 'account_id', legend: t('office.homes.who'), value: values.account_id || null, error: errors.account_id,
      hint: fitting.length > OFFERED ? t('office.homes.who_more', { n: fitting.length - OFFERED }) : undefined,
      options: fitting.slice(0, OFFERED).map(({ account_id, display_name, login }) => ({ value: account_id, label: display_name, more: login ?? undefined })),
      onChange: (account_id) => form.answer({ account_id }) }) : html`<p>${t('office.team.find_none')}</p>`}</div>`;
}

/** @param {Place} place */
async function send({ params, query }) {
  const made = await form.submit((values, id) => addMember(params.id ?? '', { ...saidOf(values), id, account_id: values.account_id }));
  if (!made) return;
  say(t('office.homes.added'));
  goInstead(link('/office/homes/:id', params, { label: query.get('label') ?? '' }));
}
