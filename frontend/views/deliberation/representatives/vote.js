import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { NotReached } from '../../../lib/problem.js';
import { link } from '../../../lib/router.js';
import { goInstead, say } from '../../../store/navigation.js';
import { election } from '../../../store/deliberation/representatives/elections.js';
import { castBallot, leaveBallot } from '../../../store/deliberation/representatives/voting.js';
import { choose, chooseSeveral } from '../../../ui/choices.js';
import { readAloud, stopReading } from '../../../ui/read-aloud.js';
import { failureWords } from '../../failure.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { shown } from '../../reading.js';
import { openHomes, ownStanding } from './own-standing.js';

/**
 * The secret ballot of a home: whom, and the choice read back before it is sent.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../types/model.js').Election} Election
 */

const NOBODY = 'nobody';
const form = createForm(() => ({ home: '', choice: /** @type {string[]} */ ([]) }));

/** @param {Place} place */
export const enter = ({ params }) => void election.load(params.id);

/** What was chosen is not left on the screen for who comes next. */
export function leave() {
  stopReading();
  leaveBallot();
  form.begin();
}

/** @param {Place} place */
export const view = (place) => ({
  title: t('representatives.ballot'), back: link('/deliberation/elections/:id', place.params),
  body: shown(election.reading.value, (one) => ballot(one, place), () => election.load(place.params.id)),
});

/** @param {Election} one */
const homeOf = (one) => form.state.value.values.home || openHomes(one)[0]?.household_id || '';

/** @param {Election} one @param {Place} place */
function ballot(one, place) {
  const homes = openHomes(one);
  if (!homes.length || one.stage !== 'voting') return html`<div class="stack"><p>${t(`representatives.stage.${one.stage}`)}</p>${ownStanding(one)}</div>`;
  return askedForm({ form, place, oneByOne: true, doneLabel: t('representatives.cast'), onDone: () => send(one), questions: [
    ...(homes.length > 1 ? [{ id: 'home', body: () => choose({ id: 'home', legend: t('representatives.for_which_home'), value: homeOf(one),
      options: homes.map(({ household_id, code }) => ({ value: household_id, label: code })), onChange: (/** @type {string} */ home) => form.answer({ home }) }) }] : []),
    { id: 'choice', errors: () => chosenErrors(one), body: () => choiceQuestion(one) },
    { id: 'back', body: () => readBack(one) },
  ] });
}

/** @param {Election} one */
function choiceQuestion(one) {
  const { values, errors } = form.state.value;
  const options = [...one.candidates.filter(({ state }) => state === 'standing').map(({ id, name, statement }) => ({ value: id, label: name, more: statement ?? '' })),
    { value: NOBODY, label: t('representatives.blank'), more: t('representatives.blank_more') }];
  const error = errors.choice;
  return html`<div class="stack">
    ${one.seats === 1 ? choose({ id: 'choice', legend: t('representatives.whom'), options, error, value: values.choice[0] ?? null, onChange: (chosen) => form.answer({ choice: [chosen] }) })
      : chooseSeveral({ id: 'choice', legend: t('representatives.whom_n', { n: one.seats }), options, error, values: values.choice, onChange: (choice) => form.answer({ choice }) })}
    ${readAloud(`ballot-${one.id}`, () => options.map(({ label, more }) => `${label}. ${more}`).join(' '))}</div>`;
}

/** @param {Election} one @returns {Record<string, string>} */
function chosenErrors(one) {
  const { choice } = form.state.peek().values;
  if (!choice.length) return { choice: t('representatives.error.choice') };
  const named = choice.filter((id) => id !== NOBODY);
  if (choice.includes(NOBODY) && named.length) return { choice: t('representatives.error.nobody_and') };
  return named.length > one.seats ? { choice: t('representatives.error.too_many', { n: one.seats }) } : {};
}

/** @param {Election} one */
const chosenNames = (one) => {
  const names = one.candidates.filter(({ id }) => form.state.value.values.choice.includes(id)).map(({ name }) => name);
  return names.length ? names.join(t('date.comma')) : t('representatives.blank');
};

/** @param {Election} one */
const readBack = (one) => {
  const code = one.my_homes.find(({ household_id }) => household_id === homeOf(one))?.code ?? '';
  const { choice } = form.state.value.values;
  if (!choice.length) return null;
  return html`<section class="section stack"><h2>${t('representatives.read_back')}</h2>
    <p class="place">${chosenNames(one)}</p><p>${t('representatives.for_home', { code })}</p>
    <p class="soft">${t('representatives.final')}</p>
    ${readAloud('read-back', () => `${t('representatives.read_back')} ${chosenNames(one)}. ${t('representatives.final')}`)}</section>`;
};

/** @param {Election} one */
async function send(one) {
  const home = homeOf(one);
  let unheard = '';
  const done = await form.submit(async ({ choice }) => {
    try {
      await castBallot(one.id, home, choice.filter((id) => id !== NOBODY));
      return true;
    } catch (error) {
      if (error instanceof NotReached) unheard = failureWords(error);
      throw error;
    }
  }, chosenErrors(one));
  if (unheard) form.show({ form: `${unheard} ${t('representatives.not_cast')}` });
  if (!done) return;
  say(t('representatives.was_cast'));
  goInstead(link('/deliberation/elections/:id', { id: one.id }));
}
