import { signal } from '../../../vendor/signals.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { squareMetres } from '../../../lib/money.js';
import { lines } from '../../../store/deliberation/ballots/results.js';
import { textField } from '../../../ui/field.js';
import { chip } from '../../../ui/mark.js';
import { empty } from '../../../ui/waiting.js';
import { shown } from '../../reading.js';
import { answerWords } from './words.js';

/**
 * The published list: each home's line, mine first; what was answered only where the procedure lists it.
 * @typedef {import('../../../store/deliberation/ballots/results.js').Line} Line
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round
 */

const sought = signal('');
const MARKS = { returned: 'talked', unreturned: 'tried', undelivered: 'none' };

/** @param {import('../../../lib/router.js').Place} place */
export const enter = ({ params }) => void lines.load(params.id);

/** @param {import('../../../lib/router.js').Place} place */
export const view = ({ params }) => ({
  title: t('ballots.lines'), back: link('/deliberation/ballots/:id/result', params),
  body: shown(lines.reading.value, ({ round, lines: all }) => {
    if (!all.length) return empty({ icon: 'list-checks', title: t('ballots.no_lines') });
    const found = all.filter(({ doors, mine }) => mine || !sought.value.trim() || doors.some((door) => door.includes(sought.value.trim())));
    const ordered = [...found.filter(({ mine }) => mine), ...found.filter(({ mine }) => !mine)];
    return html`<div class="stack"><p class="soft">${t('ballots.lines_more')}</p>
      ${textField({ id: 'sought', label: t('ballots.find_door'), value: sought.value, onInput: (words) => { sought.value = words; } })}
      <ul class="cards">${ordered.map((one) => html`<li key=${one.code ?? one.doors.join()} class=${`card stack-tight${one.mine ? ' card-on' : ''}`}>${line(round, one)}</li>`)}</ul></div>`;
  }, () => lines.load(params.id)),
});

/** @param {Round} round @param {Line} one */
const line = (round, one) => html`<div class="row-apart"><b>${one.doors.join(t('ballots.and'))}${one.mine ? html` <span class="tag">${t('ballots.my_line')}</span>` : null}</b>${chip(MARKS[one.state], t(`ballots.line.${one.state}`))}</div>
  <span class="card-detail">${one.code ? `${one.code} · ` : ''}${t('ballots.area', { m2: squareMetres(one.area_dm2) })}</span>
  ${(one.answers ?? []).map(({ question_id, answer }) => {
    const question = round.questions.find(({ id }) => id === question_id);
    return question ? html`<span>${question.words} <b>${answerWords(question, answer)}</b></span>` : null;
  })}`;
