import { signal } from '../../../vendor/signals.js';
import { number, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { may } from '../../../store/identity/session.js';
import { checked, checkElection } from '../../../store/deliberation/representatives/voting.js';
import { button, linkButton } from '../../../ui/button.js';
import { barChart } from '../../../ui/charts/bars.js';
import { icon } from '../../../ui/icon.js';
import { notice } from '../../../ui/notice.js';
import { failureWords } from '../../failure.js';

/**
 * What came out, and the check that anybody makes on their own phone.
 * @typedef {import('../../../types/model.js').Election} Election
 * @typedef {NonNullable<Election['result']>} Result
 */

const failed = signal('');

/** @param {Election} one */
export function resultPart(one) {
  const result = /** @type {Result} */ (one.result);
  return html`<section class="section stack"><h2>${t('representatives.result')}</h2>
    ${notice({ kind: result.outcome === 'elected' ? 'good' : 'warn', title: t(`representatives.outcome.${result.outcome}`, { names: names(one, result.elected) || names(one, result.tied) }) })}
    ${barChart({ label: t('representatives.votes'), lines: one.candidates.filter(({ votes }) => votes !== null).map(({ id, name, votes }) => ({ label: name, state: result.elected.includes(id) ? 'received' : 'waiting', value: votes ?? 0, of: result.valid })) })}
    <p class="soft">${t('representatives.counts', { took: number(result.took_part), homes: number(result.homes), blank: number(result.blank), invalid: number(result.invalid) })}</p>
    ${result.tied.length && may('deliberation:election:hold') ? linkButton({ label: t('representatives.runoff'), href: link('/deliberation/elections/new', {}, { runoff: one.id, building: one.building_id, seats: String(result.seats_open) }), wide: true }) : null}
    ${one.is_mine ? checkPart(one) : null}</section>`;
}

/** @param {Election} one @param {string[]} ids */
const names = (one, ids) => one.candidates.filter(({ id }) => ids.includes(id)).map(({ name }) => name).join(t('date.comma'));

/** @param {Election} one */
function checkPart(one) {
  const found = checked.value?.id === one.id ? checked.value : null;
  return html`<div class="stack-tight"><h3>${t('representatives.check')}</h3><p class="soft">${t('representatives.check_more')}</p>
    ${button({ label: t('representatives.check_do'), icon: 'shield-check', onClick: () => check(one.id) })}
    ${failed.value ? notice({ kind: 'warn', title: failed.value }) : null}
    ${found ? html`<ul class="stack-tight checks">
      ${line(found.check.receipt === 'taken', found.check.receipt === 'none', t(`representatives.receipt.${found.check.receipt}`))}
      ${found.check.lists ? html`${line(found.check.lists.adds_up, false, t(found.check.lists.adds_up ? 'representatives.adds_up' : 'representatives.adds_up_not', { n: found.box.receipts.length }))}
      ${line(found.check.lists.same_votes, false, t(found.check.lists.same_votes ? 'representatives.same_votes' : 'representatives.same_votes_not'))}` : line(false, true, t('representatives.lists_shut'))}</ul>
      <details><summary><u>${t('representatives.lists')}</u></summary>
        ${found.box.roll ? html`<p>${t('representatives.roll', { codes: found.box.roll.join(t('date.comma')) })}</p>` : null}
        <p class="soft">${t('representatives.root')}<br /><code class="hash">${found.box.receipts_root ?? '–'}</code></p></details>` : null}</div>`;
}

/** @param {boolean} good @param {boolean} neutral @param {string} words */
const line = (good, neutral, words) => html`<li class="row">${icon(good ? 'circle-check' : neutral ? 'info' : 'circle-alert')}<span class="grow">${words}</span></li>`;

/** @param {string} id */
async function check(id) {
  failed.value = '';
  try {
    await checkElection(id);
  } catch (error) {
    failed.value = failureWords(error);
  }
}
