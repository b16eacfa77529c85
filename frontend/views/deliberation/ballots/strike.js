import { t } from '../../../lib/i18n.js';
import { agreeToStrike, papers, strikePaper } from '../../../store/deliberation/ballots/papers.js';
import { can } from '../../../store/deliberation/ballots/rounds.js';
import { say } from '../../../store/navigation.js';
import { button } from '../../../ui/button.js';
import { html } from '../../../lib/html.js';
import { notice } from '../../../ui/notice.js';
import { ask } from '../../office/ask.js';

/**
 * A paper at the wrong door is struck out: one person asks and says why, a second one agrees.
 * @typedef {import('../../../store/deliberation/ballots/papers.js').Paper} Paper
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round
 */

/** @param {Round} round @param {Paper} paper */
export function strikePart(round, paper) {
  const { strike } = paper;
  if (!strike) return can(round, 'record_paper') ? button({ label: t('ballots.strike'), kind: 'quiet', icon: 'x', onClick: () => askFor(round, paper) }) : null;
  const by = { name: strike.asked_by ?? '', reason: strike.reason };
  if (strike.struck) return notice({ kind: 'note', title: t('ballots.struck'), body: t('ballots.struck_by', { ...by, second: strike.agreed_by ?? '' }) });
  return html`<section class="section stack">${notice({ kind: 'warn', title: t('ballots.strike_asked', by), body: t(strike.mine ? 'ballots.strike_waits' : 'ballots.strike_look') })}
    ${!strike.mine && can(round, 'record_paper') ? button({ label: t('ballots.strike_agree'), icon: 'check', onClick: () => agree(round, paper) }) : null}</section>`;
}

/** @param {Round} round @param {Paper} paper */
const askFor = (round, paper) => ask({ title: t('ballots.strike'), body: t('ballots.strike_more'), reason: t('ballots.strike_reason'), yes: t('ballots.strike_ask'),
  then: (reason, key) => strikePaper(round.id, paper.id, { id: key, reason }), after: () => done(round, 'ballots.strike_kept') });

/** @param {Round} round @param {Paper} paper */
const agree = (round, paper) => ask({ title: t('ballots.strike_agree'), body: t('ballots.strike_agree_more'), yes: t('ballots.strike_agree'),
  then: (_reason, key) => agreeToStrike(round.id, paper.id, { id: key }), after: () => done(round, 'ballots.struck_kept') });

/** @param {Round} round @param {import('../../../lib/i18n.js').Key} words */
async function done(round, words) {
  say(t(words));
  await papers.load(round.id);
}
