import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';

/**
 * A list and what was chosen from it: side by side where there is room, on a phone one after the other.
 * @param {{ list: unknown, detail: unknown, shut: string }} props `shut`: where the list stands alone
 */
export const beside = ({ list, detail, shut }) => html`
  <div class=${`beside-list${detail ? ' beside-hidden' : ''}`}>${list}</div>
  <div class="beside-detail">${detail ? html`<p class="beside-back"><a class="button button-quiet" href=${shut}>${t('office.to_list')}</a></p>${detail}` : null}</div>`;
