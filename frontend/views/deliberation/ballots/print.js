import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { printed } from '../../../store/deliberation/ballots/papers.js';
import { community } from '../../../store/identity/session.js';
import { go } from '../../../store/navigation.js';
import { button } from '../../../ui/button.js';
import { selectField } from '../../../ui/field.js';
import { shown } from '../../reading.js';
import { answerWords, offered } from './words.js';

/**
 * Ballots to print: A5, one for each elector, in the order of doors.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Schemas['PrintedBallotOut']} Printed
 */

/** @param {Place} place */
const keyOf = ({ params, query }) => `${params.id}/${query.get('building') ?? ''}`;

/** @param {Place} place */
export const enter = (place) => void printed.load(keyOf(place));

/** @param {Place} place */
export const view = (place) => ({
  title: t('ballots.desk.print'), back: link('/deliberation/ballots/:id', place.params),
  body: shown(printed.reading.value, ({ round, turnout, papers }) => html`<div class="stack no-print">
    <p>${t('ballots.print_how')}</p>
    ${selectField({ id: 'building', label: t('ballots.which_building'), value: place.query.get('building') ?? '',
      options: [{ value: '', label: t('ballots.choose') }, ...turnout.by_building.flatMap(({ building_id, code, name }) => (building_id ? [{ value: building_id, label: name || t('building.name', { code }) }] : []))],
      onInput: (building) => go(link('/deliberation/ballots/:id/print', place.params, building ? { building } : {})) })}
    ${papers.length ? html`<p role="status"><b>${t('ballots.print_n', { n: papers.length })}</b></p>
      ${button({ label: t('ballots.print_now'), kind: 'primary', icon: 'printer', onClick: () => window.print() })}` : null}</div>
    ${papers.map((paper) => ballotPaper(round, paper))}`, () => enter(place)),
});

/** Seen only in print. @param {Round} round @param {Printed} paper */
const ballotPaper = (round, paper) => html`<section class="ballot-paper" key=${paper.elector_id}>
  <header><div><p>${community.value?.name}</p><h2>${round.title}</h2><p><b>${paper.doors.join(t('ballots.and'))}</b></p></div>
    <figure><img alt="" src=${`data:image/svg+xml;charset=utf-8,${encodeURIComponent(paper.qr_svg)}`} /><figcaption>${paper.code}</figcaption></figure></header>
  <p class="ballot-how">${t('ballots.print_tick')}</p>
  <ol>${round.questions.map((question) => html`<li><p><b>${question.words}</b></p>${question.explanation ? html`<p>${question.explanation}</p>` : null}
    <ul>${offered(question).map((answer) => html`<li><span class="ballot-box"></span>${answerWords(question, answer)}</li>`)}</ul></li>`)}</ol>
  <footer><p>${t('ballots.print_sign')}</p><p>${t('ballots.print_return', { day: day(round.closes_on) })}</p></footer></section>`;
