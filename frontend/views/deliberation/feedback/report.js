import { signal } from '../../../vendor/signals.js';
import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { NotReached, Problem } from '../../../lib/problem.js';
import { may } from '../../../store/identity/session.js';
import { photoOf, report } from '../../../store/deliberation/feedback/reports.js';
import { chip } from '../../../ui/mark.js';
import { readAloud, stopReading } from '../../../ui/read-aloud.js';
import { whenWords } from '../../dates.js';
import { asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';
import { answering, beginAnswer } from './answering.js';
import { daysBar } from './card.js';
import { fixedQuestion } from './is-it-fixed.js';
import { markOf, placeWords, stateWords } from './words.js';

/**
 * One report: what, where, how long, and all that was done about it.
 * @typedef {import('../../../types/model.js').FeedbackDetail} Detail
 */

/** Photos that were fetched, by hash. @type {import('../../../vendor/signals.js').Signal<Record<string, string>>} */
const photos = signal({});

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
}

/** A photo that cannot be fetched leaves its place empty. @param {Detail | null} one */
async function showPhotos(one) {
  for (const { sha256, state, content_type } of one?.files ?? []) {
    if (state !== 'stored' || !content_type.startsWith('image/') || photos.peek()[sha256]) continue;
    try {
      photos.value = { ...photos.peek(), [sha256]: await photoOf(sha256) };
    } catch (error) {
      if (!(error instanceof NotReached || error instanceof Problem)) throw error;
    }
  }
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
    ${one.files.length ? html`<ul class="photos">${one.files.map(({ sha256, state }, at) => html`<li key=${sha256}>${photos.value[sha256]
      ? html`<img src=${photos.value[sha256]} alt=${t('photo.alt', { n: at + 1 })} />` : html`<span class="tag">${t(state === 'stored' ? 'feedback.photo' : 'feedback.photo_coming')}</span>`}</li>`)}</ul>` : null}
  </div>
  ${fixedQuestion(one)}
  ${may('deliberation:feedback:answer') ? answering(one) : null}
  <section class="section stack"><h2>${t('feedback.history')}</h2>
    <ol class="steps">${one.steps.map((step) => html`<li key=${step.id} class="stack-tight">
      <span><b>${t(`feedback.step.${step.to_state}`)}</b> <small class="soft">${t(`feedback.by.${step.part}`)}${t('date.comma')}${whenWords(step.at)}</small></span>
      ${step.promised_on ? html`<span>${t('feedback.promised', { day: day(step.promised_on) })}</span>` : null}
      ${step.words ? html`<span class="quote">${step.words}</span>` : null}</li>`)}</ol>
    ${readAloud(one.id, () => aloud(one))}
  </section>
</article>`;

/** @param {Detail} one */
const aloud = (one) => [t(`feedback.kind.${one.kind}`), placeWords(one), one.words ?? '', ...one.steps.flatMap((step) => [t(`feedback.step.${step.to_state}`), step.words ?? ''])].filter(Boolean).join('. ');
