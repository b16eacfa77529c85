import { t } from '../../../lib/i18n.js';
import { link } from '../../../lib/router.js';
import { draftRound, material, reviseRound } from '../../../store/deliberation/ballots/desk.js';
import { goInstead, say } from '../../../store/navigation.js';
import { askedForm } from '../../office/asked-form.js';
import { shown } from '../../reading.js';
import { roundSteps } from './round-form.js';
import { bodyOf, emptyQuestion, form, procedureOf, proposedDays, runOffOf, valuesOf } from './round-values.js';

/**
 * Making a round, or changing one that is not on notice yet; with `run_off`, from the round that nobody won.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {NonNullable<typeof material.reading.value.value>} Material
 */

/** @param {Place} place */
function keyOf({ params, query }) {
  if (params.id) return `edit/${params.id}`;
  return query.get('run_off') ? `run_off/${query.get('run_off')}` : 'new/';
}

/** @param {Place} place */
export const enter = (place) => form.beginFor(keyOf(place), material, (found) => beginning(place, found));

/** @param {Place} place @param {Material} found */
function beginning({ params }, { old, procedures }) {
  const days = proposedDays(procedureOf(procedures, old?.mode ?? ''));
  if (!old) return { questions: [emptyQuestion()], ...days };
  return params.id ? valuesOf(old) : { ...runOffOf(old), ...days };
}

/** @param {Place} place */
export const view = (place) => ({
  title: t(place.params.id ? 'ballots.revise' : 'ballots.new'),
  back: place.params.id ? link('/deliberation/ballots/:id', place.params) : '#/deliberation/ballots',
  body: shown(material.reading.value, (found) => askedForm({
    form, place, doneLabel: t('ballots.keep_draft'), onDone: () => send(place, found), questions: roundSteps(found),
  }), () => enter(place)),
});

/** @param {Place} place @param {Material} found */
async function send({ params }, { old, subjects }) {
  const made = await form.submit((values, id) => {
    const body = bodyOf(values, subjects);
    return params.id && old ? reviseRound(old.id, old.version, body) : draftRound({ id, ...body });
  });
  if (!made) return;
  say(t('ballots.draft_kept'));
  goInstead(link('/deliberation/ballots/:id', { id: made.id }));
}
