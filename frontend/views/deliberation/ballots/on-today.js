import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { waitingRounds } from '../../../store/deliberation/ballots/rounds.js';
import { today } from '../../../store/sync/outbox.js';
import { linkButton } from '../../../ui/button.js';
import { notice } from '../../../ui/notice.js';
import { daysLeft } from './dates.js';

/** The first screen says that a vote is missing; null when none is. */
export function votesWaiting() {
  const all = waitingRounds.reading.value.value;
  return all?.length ? html`<div class="stack">${all.map((one) => notice({
    kind: 'warn', title: t('ballots.wait_for', { title: one.title }), body: t('ballots.until', { day: day(one.closes_on), left: daysLeft(one.closes_on, today.value) }),
    action: linkButton({ label: t('ballots.vote'), icon: 'vote', href: link('/deliberation/ballots/:id', { id: one.id }) }) }))}</div>` : null;
}
