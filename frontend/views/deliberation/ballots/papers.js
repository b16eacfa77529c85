import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { papers } from '../../../store/deliberation/ballots/papers.js';
import { can } from '../../../store/deliberation/ballots/rounds.js';
import { linkButton } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { chip } from '../../../ui/mark.js';
import { empty } from '../../../ui/waiting.js';
import { whenWords } from '../../dates.js';
import { shown } from '../../reading.js';

/**
 * Paper ballots: those that wait for a second person first.
 * @typedef {import('../../../store/deliberation/ballots/papers.js').Paper} Paper
 */

/** @param {import('../../../lib/router.js').Place} place */
export const enter = ({ params }) => void papers.load(params.id);

/** @param {import('../../../lib/router.js').Place} place */
export const view = ({ params }) => ({
  title: t('ballots.desk.papers'), back: link('/deliberation/ballots/:id', params),
  body: shown(papers.reading.value, ({ round, papers: all }) => {
    const waiting = all.filter(({ waits }) => waits);
    const rest = all.filter(({ waits }) => !waits);
    return html`<div class="stack-wide">
      ${can(round, 'record_paper') ? linkButton({ label: t('ballots.paper_new'), kind: 'primary', icon: 'plus', href: link('/deliberation/ballots/:id/papers/new', params) }) : null}
      <section class="section stack"><h2>${t('ballots.paper_waiting', { n: waiting.length })}</h2><p class="soft">${t('ballots.paper_waiting_more')}</p>
        ${waiting.length ? html`<ul class="cards">${waiting.map((one) => html`<li key=${one.id}>${paperCard(params.id ?? '', one)}</li>`)}</ul>` : html`<p>${icon('circle-check')} ${t('ballots.paper_none_waits')}</p>`}</section>
      ${rest.length ? html`<section class="section stack"><h2>${t('ballots.paper_done')}</h2><ul class="cards">${rest.map((one) => html`<li key=${one.id}>${paperCard(params.id ?? '', one)}</li>`)}</ul></section>` : null}
      ${all.length ? null : empty({ icon: 'file-text', title: t('ballots.paper_none'), body: t('ballots.paper_none_more') })}</div>`;
  }, () => papers.load(params.id)),
});

/** What an unconfirmed paper waits for. @param {Paper} one */
function waiting({ waits, photo_here, mine, i_read_otherwise, objections }) {
  if (objections.some(({ answer }) => answer?.upheld)) return chip('left_alone', t('ballots.paper_struck'));
  if (!waits) return chip('left_alone', t('ballots.paper_replaced'));
  if (!photo_here) return chip('waiting', t('ballots.photo_coming'));
  return mine || i_read_otherwise ? chip('waiting', t('ballots.other_reads')) : chip('attention', t('ballots.you_read'));
}

/** @param {string} id @param {Paper} one */
const paperCard = (id, one) => html`<a class="card card-link" href=${link('/deliberation/ballots/:id/papers/:paper', { id, paper: one.id })}>
  <span class="grow stack-tight"><span class="card-title">${one.doors.join(t('ballots.and'))}</span>
    <span class="card-detail">${one.code} · ${t('ballots.typed_by', { name: one.recorded_by ?? '', time: whenWords(one.recorded_at) })}</span>
    <span class="row">${one.strike?.struck ? chip('left_alone', t('ballots.struck')) : one.confirmed ? chip('received', t('ballots.read_twice', { name: one.confirmed_by ?? '' })) : waiting(one)}
      ${one.objections.some(({ answer }) => !answer) ? html`<span class="tag tag-warn">${t('ballots.paper_contested')}</span>` : null}
      ${one.read_otherwise && !one.confirmed && !one.strike?.struck ? html`<span class="tag tag-warn">${one.i_read_otherwise ? t('ballots.i_read_otherwise') : t('ballots.read_otherwise')}</span>` : null}
      ${one.strike && !one.strike.struck ? html`<span class="tag tag-warn">${t('ballots.strike_waits_short')}</span>` : null}
      ${one.confirmed && !one.counts && !one.strike?.struck ? html`<span class="tag tag-warn">${t('ballots.counts_not')}</span>` : null}${one.by_proxy ? html`<span class="tag">${t('ballots.by_proxy')}</span>` : null}</span></span>
  <span class="go">${icon('chevron-right')}</span></a>`;
