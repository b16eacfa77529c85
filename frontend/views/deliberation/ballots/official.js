import { t } from '../../../lib/i18n.js';
import { link } from '../../../lib/router.js';
import { html } from '../../../lib/html.js';
import { bringInOfficial, officialRound } from '../../../store/deliberation/ballots/official.js';
import { goInstead, say } from '../../../store/navigation.js';
import { textField } from '../../../ui/field.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { photoPart } from '../../office/photo-part.js';
import { shown } from '../../reading.js';
import { figuresErrors, figuresStep, figuresOf } from './official-figures.js';
import { typedFigures } from './typed-figures.js';
import { fetchPhotos } from './shown-photos.js';

/**
 * Bringing in what the official system counted: where it stands, its figures question by question, its document.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round
 */

const form = createForm(() => ({
  round: '', system: '', reference: '', figures: /** @type {import('./official-figures.js').Figures} */ ({}),
  photos: /** @type {import('../../office/photo-part.js').Kept[]} */ ([]),
}));

/** @param {Place} place */
export async function enter({ params }) {
  if (form.state.peek().values.round !== params.id) form.begin({ round: params.id });
  await officialRound.load(params.id);
  await fetchPhotos(officialRound.reading.peek().value?.figures?.attachments ?? []);
}

/** @param {Place} place */
export const view = (place) => ({
  title: t('ballots.desk.official'), back: link('/deliberation/ballots/:id', place.params),
  body: shown(officialRound.reading.value, ({ round, figures }) => html`<div class="stack">${figures ? typedFigures(round, figures) : html`<p>${t('ballots.official_more')}</p>`}
    ${figures ? html`<details><summary><span class="grow">${t('ballots.official_again')}</span><u>${t('ballots.show')}</u></summary>${asked(place, round)}</details>` : asked(place, round)}</div>`, () => enter(place)),
});

/** @param {Place} place @param {Round} round */
function asked(place, round) {
  const { values, errors } = form.state.value;
  return askedForm({ form, place, doneLabel: t('ballots.official_keep'), onDone: () => send(round), questions: [
    { id: 'source', errors: sourceErrors, body: () => html`<div class="stack">
      ${textField({ ...form.field('system'), label: t('ballots.official_system'), hint: t('ballots.official_system_hint'), maxlength: 100 })}
      ${textField({ ...form.field('reference'), label: t('ballots.official_reference'), hint: t('ballots.official_reference_hint'), maxlength: 100 })}</div>` },
    ...round.questions.map((question, at) => ({
      id: `question-${at + 1}`, errors: () => figuresErrors(form.state.peek().values.figures, question, round),
      body: () => figuresStep({ question, round, figures: values.figures, errors, change: (figures) => form.answer({ figures }) }),
    })),
    { id: 'document', errors: documentErrors,
      body: () => photoPart(form, t('ballots.official_photo_why')) ?? html`<p>${t('ballots.no_photo_here')}</p>` },
  ] });
}

/** @returns {Record<string, string>} */
function sourceErrors() {
  const { system, reference } = form.state.peek().values;
  return { ...(system.trim() ? {} : { system: t('ballots.error.system') }), ...(reference.trim() ? {} : { reference: t('ballots.error.reference') }) };
}

/** @returns {Record<string, string>} */
const documentErrors = () => (form.state.peek().values.photos.length ? {} : { photos: t('ballots.error.official_document') });

/** @param {Round} round */
async function send(round) {
  const made = await form.submit(({ system, reference, figures, photos }, id) => bringInOfficial(round.id, {
    id, system: system.trim(), reference: reference.trim(),
    questions: round.questions.map((question) => ({ question_id: question.id, counts: figuresOf(figures, question) })),
  }, photos));
  if (!made) return;
  say(t('ballots.official_kept'));
  goInstead(link('/deliberation/ballots/:id', { id: round.id }));
}
