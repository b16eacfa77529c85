import { signal } from '../../../vendor/signals.js';
import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { draftsOf } from '../../../store/deliberation/ballots/casting.js';
import { can, round } from '../../../store/deliberation/ballots/rounds.js';
import { today } from '../../../store/sync/outbox.js';
import { linkButton } from '../../../ui/button.js';
import { chip } from '../../../ui/mark.js';
import { notice } from '../../../ui/notice.js';
import { stopReading } from '../../../ui/read-aloud.js';
import { asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';
import { checking } from './checking.js';
import { daysLeft } from './dates.js';
import { myPart } from './mine.js';
import { roundDesk } from './round-desk.js';
import { decided } from './questions.js';
import { fetchPhotos } from './shown-photos.js';
import { timeline } from './timeline.js';
import { turnoutPart } from './turnout.js';
import { markOf, stateWords } from './words.js';

/**
 * One round: my own part first, then what is decided and how, its days, how many have voted.
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round
 */

/** Votes that were not cast, by elector. @type {import('../../../vendor/signals.js').Signal<Record<string, { tried: boolean }>>} */
const drafts = signal({});

/** @param {import('../../../lib/router.js').Place} place */
export async function enter({ params }) {
  drafts.value = {};
  await round.load(params.id);
  await fetchPhotos((round.reading.peek().value?.electors ?? []).flatMap(({ papers }) => papers.flatMap(({ attachments }) => attachments)));
  const kept = await draftsOf(params.id ?? '');
  drafts.value = Object.fromEntries(Object.entries(kept).filter(([, { tried }]) => tried));
}

export function leave() {
  unask();
  stopReading();
}

/** @param {import('../../../lib/router.js').Place} place */
export const view = ({ params }) => ({
  title: round.reading.value.value?.round.title ?? t('ballots.title'), back: '#/deliberation/ballots', wide: true,
  body: html`${shown(round.reading.value, ({ round: one, electors, turnout }) => html`
    <div class="stack-wide">${head(one)}${resultLink(one)}${myPart(one, electors, drafts.value)}
      <section class="section"><h2>${t('ballots.days')}</h2>${timeline(one)}</section>${roundDesk(one)}</div>
    <div class="beside-plain stack-wide">${decided(one)}${one.mode === 'official_import' ? null : turnoutPart(one, turnout)}${checking(one)}</div>`, () => round.load(params.id))}${asking()}`,
});

/** While it can still be voted, how is said first. */
const TO_COME = ['draft', 'noticed', 'open'];

/** @param {Round} one */
const head = (one) => html`<div class="stack">
  <div class="row">${chip(markOf(one.state), stateWords(one.state))}${one.state === 'open' ? html`<span>${t('ballots.until', { day: day(one.closes_on), left: daysLeft(one.closes_on, today.value) })}</span>` : null}</div>
  ${TO_COME.includes(one.state) ? notice({ kind: 'note', title: t(`ballots.mode.${one.mode}`), body: t(`ballots.mode_more.${one.mode}`) }) : null}
  ${ended(one)}</div>`;

/** Why it ended without a decision. @param {Round} one */
function ended({ state, changes }) {
  const why = changes.at(-1)?.reason;
  return state === 'annulled' || state === 'withdrawn' ? notice({ kind: 'warn', title: stateWords(state), body: why ?? '' }) : null;
}

/** @param {Round} one */
const resultLink = (one) => (can(one, 'see_result') ? linkButton({ label: t('ballots.see_result'), kind: 'primary', icon: 'scale', href: link('/deliberation/ballots/:id/result', { id: one.id }) }) : null);
