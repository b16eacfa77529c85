import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { newId } from '../../../store/office/call.js';
import { say } from '../../../store/navigation.js';
import { confirmFixed, reopenReport } from '../../../store/deliberation/feedback/reports.js';
import { button } from '../../../ui/button.js';
import { failureWords } from '../../failure.js';
import { ask } from '../../office/ask.js';

/** @typedef {import('../../../types/model.js').FeedbackDetail} Detail */

/** What its reporter is asked once it is said to be done; later it can be opened once more. @param {Detail} one */
export function fixedQuestion(one) {
  if (!one.mine) return null;
  if (one.state === 'said_fixed') {
    return html`<section class="section stack"><h2>${t('feedback.is_it_fixed')}</h2>
      <p class="soft">${t('feedback.is_it_fixed_more')}</p>
      ${button({ label: t('feedback.yes_fixed'), kind: 'primary', icon: 'check', onClick: () => yes(one.id) })}
      ${button({ label: t('feedback.not_fixed'), wide: true, onClick: () => no(one.id) })}</section>`;
  }
  return one.may_reopen ? button({ label: t(one.state === 'answered' ? 'feedback.not_solved' : 'feedback.again'), wide: true, onClick: () => no(one.id) }) : null;
}

/** @param {string} id */
async function yes(id) {
  try {
    await confirmFixed(id, newId());
    say(t('feedback.thanks'));
  } catch (error) {
    say(failureWords(error));
  }
}

/** @param {string} id */
const no = (id) => ask({
  title: t('feedback.not_fixed'), body: t('feedback.not_fixed_more'), reason: t('feedback.not_fixed_why'), yes: t('feedback.reopen'),
  then: (reason, key) => reopenReport(id, key, { reason }),
  after: () => say(t('feedback.reopened')),
});
