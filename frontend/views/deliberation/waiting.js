import { day, t } from '../../lib/i18n.js';
import { timeIn } from '../../lib/calendar.js';
import { html } from '../../lib/html.js';
import { link } from '../../lib/router.js';
import { speakChapters } from '../../lib/texts.js';
import { may } from '../../store/identity/session.js';
import { waitingRounds } from '../../store/deliberation/ballots/rounds.js';
import { waiting } from '../../store/deliberation/waiting.js';
import { timeZone, today } from '../../store/sync/outbox.js';
import { votesWaiting } from './ballots/on-today.js';
import { electionCards } from './representatives/on-today.js';
import { card } from './waiting-card.js';

/**
 * What waits in deliberation, for the first screen: "is it fixed?", what is mine to do, the session of the day.
 * It follows the first screen and says nothing while nothing waits.
 */
export async function begin() {
  await speakChapters(['deliberation', 'ballots']);
  void waiting.load();
  if (may('deliberation:ballot:cast')) void waitingRounds.load();
  return () => html`${votesWaiting()}${cards()}`;
}

function cards() {
  const found = waiting.reading.value.value;
  if (!found) return null;
  const soon = found.sessions.filter(({ state, held_on }) => state !== 'noticed' || held_on <= today.value);
  const due = found.action_items.filter(({ overdue, due_on, state }) => overdue || (state !== 'done' && due_on <= today.value));
  const review = found.to_review ?? [];
  const terms = found.mandates ?? [];
  const messages = messageCards(found.messages ?? 0, found.answers ?? 0);
  const voices = electionCards(found);
  const spoken = found.spoken_for ?? [];
  if (![found.feedback, soon, due, review, terms, messages, voices, spoken].some((one) => one.length)) return null;
  return html`<section class="section"><h2>${t('deliberation.waiting')}</h2><ul class="cards">
    ${soon.map((one) => html`<li key=${one.id}>${card(link('/deliberation/sessions/:id', { id: one.id }), 'calendar-check', one.title || t('deliberation.weekly'),
      one.state === 'noticed' ? t('deliberation.session_at', { time: timeIn(Date.parse(one.starts_at), timeZone.value), place: one.place }) : t('deliberation.session_now'))}</li>`)}
    ${voices}
    ${spoken.map((one) => html`<li key=${`${one.comment_id}/${one.household_id}`}>${card(link('/deliberation/proposals/:id', { id: one.proposal_id }), 'messages-square',
      t('deliberation.spoken_for', { name: one.by_name, code: one.household_code, position: t(`deliberation.position.${one.position}`) }), t('deliberation.spoken_for_more'))}</li>`)}
    ${messages}
    ${found.feedback.map((one) => html`<li key=${one.id}>${card(link('/deliberation/feedback/:id', { id: one.id }), 'camera', t('deliberation.is_it_fixed'), one.words ?? one.place ?? day(one.reported_on))}</li>`)}
    ${due.map((one) => html`<li key=${one.id}>${card(link('/deliberation/action-items/:id', { id: one.id }), 'list-checks', one.words, t('deliberation.due', { day: day(one.due_on) }), one.overdue)}</li>`)}
    ${review.map((one) => html`<li key=${`review-${one.id}`}>${card(link('/deliberation/action-items/:id', { id: one.id }), 'list-checks', one.words, t('deliberation.to_review', { name: one.owner_name }))}</li>`)}
    ${terms.map((one) => html`<li key=${one.id}>${card(may('deliberation:building-assembly:minute') ? '#/deliberation/representatives/all' : '#/deliberation/representatives', 'users',
      t('deliberation.term_ends', { building: one.building_name, day: day(one.until_on) }), t('deliberation.term_ends_more', { name: one.name }))}</li>`)}
  </ul></section>`;
}

/** What neighbours wrote to me, and what my representative answered. @param {number} n @param {number} answers */
const messageCards = (n, answers) => [
  ...(n ? [html`<li key="messages">${card('#/deliberation/representatives/messages', 'messages-square', t('deliberation.messages', { n }), t('deliberation.messages_more'))}</li>`] : []),
  ...(answers ? [html`<li key="answers">${card('#/deliberation/representatives/messages?which=mine', 'messages-square', t('deliberation.answers'), t('deliberation.answers_more', { n: answers }))}</li>`] : []),
];
