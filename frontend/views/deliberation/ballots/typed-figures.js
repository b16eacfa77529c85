import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { notice } from '../../../ui/notice.js';
import { whenWords } from '../../dates.js';
import { shownPhotos } from './shown-photos.js';
import { amount, answerWords } from './words.js';

/**
 * The official figures beside their document, for the person who confirms them by counting.
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Schemas['OfficialFiguresOut']} Figures
 */

/** Of a question, who took no part. */
const OUTSIDE = ['unreturned', 'undelivered'];

/** @param {Round} round @param {Figures} figures */
export const typedFigures = (round, figures) => html`<section class="section stack"><h2>${t('ballots.official_typed')}</h2>
  <p class="soft">${t('ballots.official_by', { name: figures.imported_by ?? '', time: whenWords(figures.imported_at) })} · ${figures.system} ${figures.reference}</p>
  ${waits(figures)}
  ${shownPhotos(figures.attachments, t('ballots.official_document'))}
  ${round.questions.map((question) => html`<article class="card stack-tight" key=${question.id}><h3>${question.words}</h3><dl class="facts">${Object.entries(figures.counts[question.id] ?? {}).map(([answer, { heads, area_dm2 }]) => html`<dt>${OUTSIDE.includes(answer) ? t(`ballots.line.${/** @type {'unreturned'} */ (answer)}`) : answerWords(question, answer)}</dt><dd>${amount('heads', heads)}${t('date.comma')}${amount('area', area_dm2)}</dd>`)}</dl></article>`)}</section>`;

/** @param {Figures} figures */
function waits({ mine, document_here }) {
  if (!document_here) return notice({ kind: 'warn', title: t('ballots.photo_coming'), body: t('ballots.official_waits') });
  return notice({ kind: mine ? 'warn' : 'note', title: t(mine ? 'ballots.official_other' : 'ballots.official_check') });
}
