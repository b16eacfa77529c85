import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { answerObjection, raiseObjection, result } from '../../../store/deliberation/ballots/results.js';
import { can } from '../../../store/deliberation/ballots/rounds.js';
import { say } from '../../../store/navigation.js';
import { button } from '../../../ui/button.js';
import { tickBox } from '../../../ui/choices.js';
import { errorSummary } from '../../../ui/error-summary.js';
import { textArea } from '../../../ui/field.js';
import { whenWords } from '../../dates.js';
import { createForm } from '../../office/form.js';

/**
 * Objections to a result, each with its answer or without.
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round
 * @typedef {import('../../../store/deliberation/ballots/results.js').Objection} Objection
 */

const raising = createForm(() => ({ object: '' }));
const answering = createForm(() => ({ of: '', answer_words: '', upheld: false }));

/** @param {Round} round @param {Objection[]} all */
export const objectionsPart = (round, all) => html`<section class="section stack"><h2>${t('ballots.objections')}</h2>
  ${round.state === 'on_notice' && round.objections_until ? html`<p>${t('ballots.objections_until', { day: day(round.objections_until) })}</p>` : null}
  ${all.length ? html`<ul class="cards">${all.map((one) => html`<li class="card stack" key=${one.id}>${objection(round, one, () => result.load(round.id))}</li>`)}</ul>` : html`<p class="soft">${t('ballots.objections_none')}</p>`}
  ${can(round, 'object') ? raise(round) : null}</section>`;

/** What was held against it, with the answer to it. @param {Objection} one */
export const objectionWords = (one) => html`<p class="quote">${one.words}</p><p class="card-detail">${whenWords(one.raised_at)}${one.mine ? html` <span class="tag">${t('ballots.mine_said')}</span>` : null}${one.about_paper ? html` <span class="tag">${t('ballots.about_paper')}</span>` : null}</p>
  ${one.answer ? html`<div class="stack-tight"><p><b>${t('ballots.answered')}</b> <span class="tag">${t(one.answer.upheld ? 'ballots.upheld' : 'ballots.not_upheld')}</span></p><p>${one.answer.words}</p><p class="card-detail">${whenWords(one.answer.at)}</p></div>`
    : html`<p><span class="tag tag-warn">${t('ballots.no_answer_yet')}</span></p>`}`;

/** With a way to answer it, for those who do. @param {Round} round @param {Objection} one @param {() => unknown} reload */
export const objection = (round, one, reload) => html`${objectionWords(one)}${!one.answer && can(round, 'answer_objections') ? answer(round, one, reload) : null}`;

/** @param {Round} round @param {Objection} one @param {() => unknown} reload */
function answer(round, one, reload) {
  const { values, errors, busy } = answering.state.value;
  if (values.of !== one.id) return button({ label: t('ballots.answer_it'), onClick: () => answering.begin({ of: one.id }) });
  return html`<div class="stack">${errorSummary(errors)}${textArea({ ...answering.field('answer_words'), label: t('ballots.answer_words'), rows: 3 })}
    ${tickBox({ id: 'upheld', label: t(one.about_paper ? 'ballots.answer_upheld_paper' : 'ballots.answer_upheld'), checked: values.upheld, onChange: (upheld) => answering.answer({ upheld }) })}
    ${button({ label: t('ballots.answer_it'), kind: 'primary', busy, onClick: () => sendAnswer(round.id, one.id, reload) })}</div>`;
}

/** @param {string} round @param {string} one @param {() => unknown} reload */
async function sendAnswer(round, one, reload) {
  const words = answering.state.peek().values.answer_words.trim();
  const done = await answering.submit(async ({ upheld }, id) => { await answerObjection(round, one, { id, words, upheld }); return true; }, words ? {} : { answer_words: t('ballots.error.answer_words') });
  if (!done) return;
  say(t('ballots.answer_kept'));
  await reload();
}

/** @param {Round} round */
function raise(round) {
  const { errors, busy } = raising.state.value;
  return html`<div class="stack">${errorSummary(errors)}${textArea({ ...raising.field('object'), label: t('ballots.object_words'), hint: t('ballots.object_hint'), rows: 3 })}
    ${button({ label: t('ballots.object'), busy, wide: true, onClick: () => send(round.id) })}</div>`;
}

/** @param {string} round */
async function send(round) {
  const words = raising.state.peek().values.object.trim();
  if (!await raising.submit((_values, id) => raiseObjection(round, { id, words }), words ? {} : { object: t('ballots.error.object') })) return;
  say(t('ballots.object_kept'));
  await result.load(round);
}
