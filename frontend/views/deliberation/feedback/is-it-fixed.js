import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { say } from '../../../store/navigation.js';
import { fixedAnswer, sayWhetherFixed } from '../../../store/deliberation/feedback/fixed.js';
import { button } from '../../../ui/button.js';
import { ask } from '../../office/ask.js';
import { placeWords } from './words.js';

/** @typedef {import('../../../types/model.js').FeedbackDetail} Detail */

/** What its reporter is asked once it is said to be done; later it can be opened once more. @param {Detail} one */
export function fixedQuestion(one) {
  if (!one.mine) return null;
  const said = fixedAnswer(one.id);
  if (said) return html`<section class="section stack"><h2>${t('feedback.is_it_fixed')}</h2><p role="status"><b>${t(said.fixed ? 'feedback.said_yes' : 'feedback.said_no')}</b></p><p class="soft">${t('feedback.said_waits')}</p></section>`;
  if (one.state === 'said_fixed' && !one.may_confirm) return html`<div class="stack"><p class="soft">${t('feedback.own_work')}</p>${button({ label: t('feedback.not_fixed'), wide: true, onClick: () => no(one) })}</div>`;
  if (one.state === 'said_fixed') {
    return html`<section class="section stack"><h2>${t('feedback.is_it_fixed')}</h2>
      <p class="soft">${t('feedback.is_it_fixed_more')}</p>
      ${button({ label: t('feedback.yes_fixed'), kind: 'primary', icon: 'check', onClick: () => yes(one) })}
      ${button({ label: t('feedback.not_fixed'), wide: true, onClick: () => no(one) })}</section>`;
  }
  return one.may_reopen ? button({ label: t(one.state === 'answered' ? 'feedback.not_solved' : 'feedback.again'), wide: true, onClick: () => no(one) }) : null;
}

/** @param {Detail} one */
async function yes(one) {
  await sayWhetherFixed(one.id, nameOf(one), true);
  say(t('feedback.thanks'));
}

/** How the outbox names it. @param {Detail} one */
const nameOf = (one) => `${t(`feedback.kind.${one.kind}`)} ${placeWords(one)}`;

/** @param {Detail} one */
const no = (one) => ask({
  title: t('feedback.not_fixed'), body: t('feedback.not_fixed_more'), reason: t('feedback.not_fixed_why'), yes: t('feedback.reopen'),
  then: (reason) => sayWhetherFixed(one.id, nameOf(one), false, reason),
  after: () => say(t('feedback.reopened')),
});
