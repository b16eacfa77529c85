import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { confirmPaper, papers } from '../../../store/deliberation/ballots/papers.js';
import { can } from '../../../store/deliberation/ballots/rounds.js';
import { goInstead, say } from '../../../store/navigation.js';
import { linkButton } from '../../../ui/button.js';
import { notice } from '../../../ui/notice.js';
import { empty } from '../../../ui/waiting.js';
import { whenWords } from '../../dates.js';
import { asking, unask } from '../../office/ask.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { shown } from '../../reading.js';
import { answerSteps, sentAnswers } from './answer-fields.js';
import { objection } from './objections.js';
import { fetchPhotos, shownPhotos } from './shown-photos.js';
import { strikePart } from './strike.js';

/**
 * One paper: read once more by a second person, who does not see what the first one read and has one try.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../store/deliberation/ballots/papers.js').Paper} Paper
 */

const form = createForm(() => ({ of: '', answers: /** @type {Record<string, string>} */ ({}) }));

/** @param {Place} place */
export async function enter({ params }) {
  if (form.state.peek().values.of !== params.paper) form.begin({ of: params.paper });
  await papers.load(params.id);
  await fetchPhotos(papers.reading.peek().value?.papers.find(({ id }) => id === params.paper)?.attachments ?? []);
}

export const leave = unask;

/** @param {Place} place */
const listOf = ({ params }) => link('/deliberation/ballots/:id/papers', { id: params.id ?? '' });

/** @param {Place} place */
export const view = (place) => ({
  title: t('ballots.paper'), back: listOf(place),
  body: html`${shown(papers.reading.value, ({ round, papers: all }) => {
    const paper = all.find(({ id }) => id === place.params.paper);
    return paper ? one(place, round, paper) : empty({ icon: 'file-text', title: t('ballots.paper_gone') });
  }, () => enter(place))}${asking()}`,
});

/** @param {Place} place @param {import('../../../store/deliberation/ballots/rounds.js').Round} round @param {Paper} paper */
const one = (place, round, paper) => html`<div class="stack-wide">
  <div class="stack"><p class="place">${paper.doors.join(t('ballots.and'))}</p>
    <dl class="facts"><dt>${t('ballots.code_name')}</dt><dd class="receipt">${paper.code}</dd><dt>${t('ballots.handed_in')}</dt><dd>${whenWords(paper.handed_in_at)}</dd>
      <dt>${t('ballots.first_reader')}</dt><dd>${paper.recorded_by}</dd>${paper.confirmed ? html`<dt>${t('ballots.second_reader')}</dt><dd>${paper.confirmed_by}</dd>` : null}</dl>
    ${paper.by_proxy ? html`<span class="tag">${t('ballots.by_proxy')}</span>` : null}${shownPhotos(paper.attachments, t('ballots.paper_photo'))}</div>
  ${paper.objections.map((each) => html`<section class="card stack" key=${each.id}><h2>${t('ballots.paper_contested')}</h2>${objection(round, each, () => papers.load(round.id))}</section>`)}
  ${paper.strike?.struck ? null : paper.confirmed ? notice({ kind: 'good', title: t('ballots.read_twice', { name: paper.confirmed_by ?? '' }), body: paper.counts ? '' : t('ballots.counts_not') })
    : !paper.waits && paper.objections.every(({ answer }) => !answer?.upheld) ? notice({ kind: 'note', title: t('ballots.paper_replaced'), body: t('ballots.paper_replaced_more') })
    : !paper.photo_here ? notice({ kind: 'warn', title: t('ballots.photo_coming'), body: t('ballots.paper_photo_waits', { name: paper.recorded_by ?? '' }) })
    : paper.mine ? notice({ kind: 'note', title: t('ballots.other_reads'), body: t('ballots.other_reads_more') })
      : paper.i_read_otherwise ? notice({ kind: 'warn', title: t('ballots.i_read_otherwise'), body: t('ballots.i_read_otherwise_more') })
      : can(round, 'confirm_paper') && paper.objections.every(({ answer }) => answer && !answer.upheld) ? secondReading(place, round, paper) : null}
  ${strikePart(round, paper)}
  ${can(round, 'record_paper') && !paper.strike?.struck ? linkButton({ label: t('ballots.correct'), kind: 'quiet', icon: 'pencil', href: link('/deliberation/ballots/:id/papers/new', { id: round.id }, { code: paper.code, corrects: paper.id }) }) : null}</div>`;

/** @param {Place} place @param {import('../../../store/deliberation/ballots/rounds.js').Round} round @param {Paper} paper */
function secondReading(place, round, paper) {
  const { values, errors } = form.state.value;
  return html`<section class="section stack"><h2>${t('ballots.second_reading')}</h2><p class="soft">${t('ballots.second_reading_more')}</p>
    ${paper.read_otherwise ? notice({ kind: 'warn', title: t('ballots.read_otherwise'), body: t('ballots.read_otherwise_more') }) : null}
    ${askedForm({ form, place, doneLabel: t('ballots.confirm_paper'), onDone: () => send(place, paper), questions: answerSteps(round, { answers: values.answers, errors, change: (answers) => form.answer({ answers }), missing: t('ballots.error.answer') }) })}</section>`;
}

/** @param {Place} place @param {Paper} paper */
async function send(place, paper) {
  const done = await form.submit(async ({ answers }, id) => confirmPaper(place.params.id ?? '', paper.id, { id, answers: sentAnswers(answers) }));
  if (!done) return;
  if (done.why_not === 'readings_differ') return void papers.load(place.params.id);
  say(t('ballots.paper_confirmed', { doors: done.doors.join(t('ballots.and')) }));
  goInstead(listOf(place));
}
