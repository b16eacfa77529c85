import { signal } from '../../../vendor/signals.js';
import { number, t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { forgetRecount } from '../../../store/deliberation/ballots/recount.js';
import { coming, result, saveArchive } from '../../../store/deliberation/ballots/results.js';
import { can } from '../../../store/deliberation/ballots/rounds.js';
import { button, linkButton } from '../../../ui/button.js';
import { notice } from '../../../ui/notice.js';
import { readAloud, stopReading } from '../../../ui/read-aloud.js';
import { whenWords } from '../../dates.js';
import { failureWords } from '../../failure.js';
import { asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';
import { checking } from './checking.js';
import { objectionsPart } from './objections.js';
import { questionResult } from './question-result.js';
import { recountPart } from './recount.js';

/**
 * The result: each question's outcome in words, both bases exactly, every state of a ballot; then objections.
 * @typedef {import('../../../store/deliberation/ballots/results.js').Result} Result
 */

/** Why the archive did not come. @type {import('../../../vendor/signals.js').Signal<unknown>} */
const failed = signal(null);

/** @param {import('../../../lib/router.js').Place} place */
export function enter({ params }) {
  failed.value = null;
  forgetRecount();
  void result.load(params.id);
}

export function leave() {
  unask();
  stopReading();
}

/** @param {import('../../../lib/router.js').Place} place */
export const view = ({ params }) => ({
  title: t('ballots.result'), back: link('/deliberation/ballots/:id', params), wide: true,
  body: html`${shown(result.reading.value, ({ result: found, objections }) => html`
    <div class="stack-wide">${head(found)}${found.questions.map((one) => questionResult(one, found.round))}</div>
    <div class="beside-plain stack-wide">${objectionsPart(found.round, objections)}${proofs(found)}</div>`, () => result.load(params.id))}${asking()}`,
});

/** @param {Result} found */
const head = (found) => html`<div class="stack"><h2>${found.round.title}</h2>
  ${notice({ kind: 'note', title: t(`ballots.mode.${found.round.mode}`), body: t(`ballots.mode_more.${found.round.mode}`) })}
  <p class="soft">${t('ballots.counted_at', { time: whenWords(found.counted_at), n: found.number })}${found.official ? html` ${t('ballots.official_from', { system: found.official.system, reference: found.official.reference })}` : null}</p>
  ${found.late_papers ? notice({ kind: 'note', title: late(found) }) : null}
  ${readAloud(`result-${found.digest}`, () => [found.round.title, ...(found.late_papers ? [late(found)] : []), ...found.questions.map((one) => `${found.round.questions.find(({ id }) => id === one.question)?.words ?? ''} ${tCode('ballots.outcome', one.returned.outcome, 'ballots.outcome.other')}`)].join('. '))}</div>`;

/** @param {Result} found */
const late = ({ late_papers: n }) => t('ballots.late_papers', { n });

/** @param {Result} found */
const proofs = (found) => html`<section class="section stack"><h2>${t('ballots.check')}</h2>
  ${can(found.round, 'see_list') ? linkButton({ label: t('ballots.see_lines'), icon: 'list-checks', wide: true, href: link('/deliberation/ballots/:id/lines', { id: found.round.id }) }) : null}
  <p class="soft">${t('ballots.archive_more')}</p>
  ${failed.value ? notice({ kind: 'warn', title: t('ballots.archive_failed'), body: failureWords(failed.value) }) : null}
  ${coming.value ? onItsWay(coming.value) : button({ label: t('ballots.archive'), icon: 'package', wide: true, onClick: () => save(found.round.id) })}
  ${recountPart(found)}
  <dl class="facts"><dt>${t('ballots.result_digest')}</dt><dd class="receipt">${found.digest}</dd></dl>
  ${checking(found.round)}</section>`;

/** @param {import('../../../store/deliberation/ballots/results.js').Coming} archive */
const onItsWay = ({ loaded, total, stop }) => html`<div class="stack-tight" role="status">
  <p>${loaded ? t('ballots.archive_coming', { kB: [loaded, total ?? loaded].map((bytes) => number(Math.ceil(bytes / 1000))).join(' / ') }) : t('ballots.archive_packing')}</p>
  <progress max=${total ?? undefined} value=${total ? loaded : undefined} aria-label=${t('ballots.archive')}></progress>
  ${button({ label: t('ballots.archive_stop'), icon: 'x', onClick: stop })}</div>`;

/** @param {string} id */
async function save(id) {
  failed.value = null;
  try {
    await saveArchive(id);
  } catch (error) {
    failed.value = error;
  }
}
