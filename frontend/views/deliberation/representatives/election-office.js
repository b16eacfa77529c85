import { addDays, momentOf } from '../../../lib/calendar.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { say } from '../../../store/navigation.js';
import { cancelElection, openElection } from '../../../store/deliberation/representatives/elections.js';
import { timeZone, today } from '../../../store/sync/outbox.js';
import { button } from '../../../ui/button.js';
import { ask } from '../../office/ask.js';

/**
 * What the office does with an election: open it, or call it off. Time alone closes it.
 * @typedef {import('../../../types/model.js').Election} Election
 */

const USUAL_DAYS = 7;

/** @param {Election} one */
export function officeActions(one) {
  if (one.stage !== 'nominating' && one.stage !== 'voting') return null;
  return html`<section class="section stack-tight"><h2>${t('representatives.office')}</h2>
    ${one.stage === 'nominating' ? button({ label: t('representatives.open'), kind: 'primary', wide: true, onClick: () => askToOpen(one) }) : null}
    ${button({ label: t('representatives.cancel'), kind: 'danger', wide: true, onClick: () => askToCancel(one) })}</section>`;
}

/** @param {Election} one */
const askToOpen = (one) => ask({
  title: t('representatives.open'), body: t('representatives.open_body'), reason: t('representatives.last_day'), day: addDays(today.value, USUAL_DAYS), yes: t('representatives.open'),
  then: (date, key) => openElection(one.id, momentOf(date, 'evening', timeZone.value), key), after: () => say(t('representatives.opened')),
});

/** @param {Election} one */
const askToCancel = (one) => ask({
  title: t('representatives.cancel'), body: t('representatives.cancel_body'), reason: t('representatives.cancel_why'), yes: t('representatives.cancel'), kind: 'danger',
  then: (reason, key) => cancelElection(one.id, reason, key), after: () => say(t('representatives.cancelled')),
});
