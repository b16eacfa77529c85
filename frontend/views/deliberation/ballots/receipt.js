import { day, t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { linkButton } from '../../../ui/button.js';
import { notice } from '../../../ui/notice.js';
import { whenWords } from '../../dates.js';
import { receiptLines } from './mine.js';

/** @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round */
/** @typedef {import('../../../store/deliberation/ballots/rounds.js').Elector} Elector */

/**
 * What the server answered; the phone keeps it, and the server tells it again.
 * @param {Round} one @param {Elector} elector
 * @param {import('../../../store/deliberation/ballots/casting.js').Cast | null} cast
 * @param {string} home
 */
export function receiptScreen(one, elector, cast, home) {
  const mine = cast?.elector_id === elector.elector_id ? cast : null;
  const receipt = mine?.receipt ?? elector.counted?.receipt;
  const counts = mine ? mine.counts : Boolean(elector.counted);
  return html`<div class="stack">
    ${notice(counts ? { kind: 'good', title: t('ballots.received'), body: t('ballots.received_more', { day: day(one.closes_on) }) }
      : { kind: 'warn', title: t('ballots.kept_not_counted'), body: tCode('ballots.set_aside', mine?.why_not ?? '', 'ballots.set_aside.other') })}
    ${receipt ? html`<section class="card stack"><h2>${t('ballots.receipt')}</h2>${mine ? html`<p>${whenWords(mine.cast_at)}</p>` : null}${receiptLines(receipt, elector.ballots)}<p class="soft">${t('ballots.receipt_more')}</p></section>` : null}
    ${linkButton({ label: t('ballots.back_to_round'), href: home, kind: 'primary' })}</div>`;
}
