import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';

/** @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round */

/** How anyone can check this round, in plain words. @param {Round} one */
export const checking = (one) => (one.notice_digest ? html`<details class="card"><summary><span class="grow"><b>${t('ballots.check')}</b></span><u>${t('ballots.show')}</u></summary>
  <div class="stack"><ol class="plain-steps"><li>${t('ballots.check_frozen')}</li><li>${t('ballots.check_receipt')}</li><li>${t('ballots.check_list')}</li><li>${t('ballots.check_archive')}</li></ol>
    <dl class="facts"><dt>${t('ballots.notice_digest')}</dt><dd class="receipt">${one.notice_digest}</dd>
      ${one.electorate_digest ? html`<dt>${t('ballots.electorate_digest')}</dt><dd class="receipt">${one.electorate_digest}</dd>` : null}</dl></div></details>` : null);
