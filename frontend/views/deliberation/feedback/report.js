import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { say } from '../../../store/navigation.js';
import { may } from '../../../store/identity/session.js';
import { dropPictures, pictures, showPicture } from '../../../store/deliberation/pictures.js';
import { report, separateReport } from '../../../store/deliberation/feedback/reports.js';
import { button, linkButton } from '../../../ui/button.js';
import { chip } from '../../../ui/mark.js';
import { readAloud, stopReading } from '../../../ui/read-aloud.js';
import { whenWords } from '../../dates.js';
import { ask, asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';
import { answering, beginAnswer } from './answering.js';
import { daysBar } from './card.js';
import { fixedQuestion } from './is-it-fixed.js';
import { markOf, placeWords, stateWords } from './words.js';

/**
 * One report: what, where, how long, and all that was done about it.
 * @typedef {import('../../../types/model.js').FeedbackDetail} Detail
 */

/** @param {import('../../../lib/router.js').Place} place */
export async function enter({ params }) {
  const id = params.id ?? '';
  beginAnswer(id);
  await report.load(id);
  await showPhotos(report.reading.peek().value);
}

export function leave() {
  unask();
  stopReading();
  report.forget();
  dropPictures();
}

/** A photo that cannot be fetched leaves its place empty. @param {Detail | null} one */
async function showPhotos(one) {
  for (const file of one?.files ?? []) if (file.state === 'stored' && file.content_type.startsWith('image/')) await showPicture(file);
}

/** @param {import('../../../lib/router.js').Place} place */
export function view({ params }) {
  const one = report.reading.value.value;
  return {
    title: one ? t(`feedback.kind.${one.kind}`) : t('feedback.title'), back: '#/deliberation/feedback',
    body: html`${shown(report.reading.value, details, () => report.load(params.id))}${asking()}`,
  };
}

/** @param {Detail} one */
const details = (one) => html`<article class="stack-wide">
  <div class="stack-tight">
    <h2>${placeWords(one)}</h2>
    ${one.words ? html`<p class="quote">${one.words}</p>` : null}
    <div class="row">${chip(markOf(one), stateWords(one))}${one.homes > 1 ? html`<span class="tag">${t('feedback.homes', { n: one.homes })}</span>` : null}
      ${one.mine ? html`<span class="tag">${t('feedback.mine')}</span>` : null}</div>
    ${daysBar(one)}
    <p class="soft">${t('feedback.reported_on', { day: day(one.reported_on) })}${one.reporter_building ? `${t('date.comma')}${t('feedback.by_neighbour', { code: one.reporter_building })}` : ''}</p>
    ${one.files.length ? html`<ul class="photos">${one.files.map(({ sha256, state }, at) => html`<li key=${sha256}>${pictures.value[sha256]
      ? html`<img src=${pictures.value[sha256]} alt=${t('photo.alt', { n: at + 1 })} />` : html`<span class="tag">${t(state === 'stored' ? 'feedback.photo' : 'feedback.photo_coming')}</span>`}</li>`)}</ul>` : null}
  </div>
  ${joined(one)}
  ${fixedQuestion(one)}
  ${may('deliberation:feedback:answer') ? answering(one) : null}
  <section class="section stack"><h2>${t('feedback.history')}</h2>
    <ol class="steps">${one.steps.map((step, at) => html`<li key=${step.id} class="stack-tight">
      <span><b>${stepWords(step, at)}</b> <small class="soft">${t(`feedback.by.${step.part}`)}${t('date.comma')}${whenWords(step.at)}</small></span>
      ${step.promised_on ? html`<span>${t('feedback.promised', { day: day(step.promised_on) })}</span>` : null}
      ${step.words ? html`<span class="quote">${step.words}</span>` : null}</li>`)}</ol>
    ${readAloud(one.id, () => aloud(one))}
  </section>
</article>`;

/** It begins as a report, and is one again when its reporter took it out of another. @param {Detail['steps'][number]} step @param {number} at */
const stepWords = ({ to_state }, at) => (at && to_state === 'reported' ? t('feedback.step.separated') : t(`feedback.step.${to_state}`));

/** Where it goes on, and for its reporter the way back. @param {Detail} one */
function joined(one) {
  if (!one.merged_into_id) return null;
  return html`<section class="section stack"><p>${t('feedback.joined')}</p>
    ${linkButton({ label: t('feedback.joined_see'), wide: true, href: link('/deliberation/feedback/:id', { id: one.merged_into_id }) })}
    ${one.may_separate ? button({ label: t('feedback.separate'), kind: 'quiet', onClick: () => askApart(one) }) : null}</section>`;
}

/** @param {Detail} one */
const askApart = (one) => ask({
  title: t('feedback.separate'), body: t('feedback.separate_more'), reason: t('feedback.separate_why'), yes: t('feedback.separate'),
  then: (reason, key) => separateReport(one.id, key, { reason }),
  after: () => say(t('feedback.separated')),
});

/** @param {Detail} one */
const aloud = (one) => [t(`feedback.kind.${one.kind}`), placeWords(one), one.words ?? '', ...one.steps.flatMap((step, at) => [stepWords(step, at), step.words ?? ''])].filter(Boolean).join('. ');
