import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { say } from '../../../store/navigation.js';
import { answerNomination } from '../../../store/deliberation/representatives/elections.js';
import { button, linkButton } from '../../../ui/button.js';
import { notice } from '../../../ui/notice.js';
import { ask } from '../../office/ask.js';

/**
 * Whether I stand, was asked to, or could.
 * @param {import('../../../types/model.js').Election} one
 */
export function ownCandidacy(one) {
  const mine = one.candidates.find(({ is_me }) => is_me);
  const stand = (/** @type {import('../../../lib/i18n.js').Key} */ label, /** @type {'primary' | 'plain'} */ kind) =>
    linkButton({ label: t(label), href: link('/deliberation/elections/:id/stand', { id: one.id }), kind, wide: true });
  if (!mine) return one.is_mine ? stand('representatives.stand', 'plain') : null;
  if (mine.state === 'asked') {
    return notice({ kind: 'warn', title: t('representatives.asked'), body: t('representatives.asked_more'),
      action: html`<div class="stack-tight">${stand('representatives.consent', 'primary')}${button({ label: t('representatives.refuse'), onClick: () => askToRefuse(one.id, mine.id) })}</div>` });
  }
  return notice({ kind: mine.state === 'standing' ? 'good' : 'note', title: t(`representatives.you.${mine.state}`),
    action: mine.state === 'standing' ? button({ label: t('representatives.stand_down'), kind: 'quiet', onClick: () => askToRefuse(one.id, mine.id) }) : stand('representatives.stand', 'plain') });
}

/** @param {string} election @param {string} candidacy */
const askToRefuse = (election, candidacy) => ask({
  title: t('representatives.refuse'), body: t('representatives.refuse_body'), yes: t('representatives.refuse'), kind: 'danger',
  then: (_reason, key) => answerNomination(election, candidacy, { consents: false, statement: null }, key),
  after: () => say(t('representatives.refused')),
});
