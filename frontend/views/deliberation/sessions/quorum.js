import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { mark } from '../../../ui/mark.js';

/**
 * The quorum, drawn: a figure for each mandate, filled when its representative is there, and a line where it
 * is enough. The words beside it say the same.
 * @param {import('../../../types/model.js').Room['quorum']} quorum
 */
export const quorumPicture = (quorum) => html`<div class="quorum">
  <p class="row">${mark(quorum.quorate ? 'talked' : 'tried')}<b>${t(quorum.quorate ? 'sessions.quorate' : 'sessions.not_quorate')}</b></p>
  ${quorum.mandates ? html`<svg class="quorum-row" viewBox=${`0 0 ${quorum.mandates * 20} 30`} role="img" aria-label=${figures(quorum)}>
    ${Array.from({ length: quorum.mandates }, (_one, at) => figure(at, at < quorum.present))}
    ${quorum.least ? html`<path class="least" d=${`M${quorum.least * 20} 0V30`} />` : null}</svg>` : null}
  <p class="soft">${figures(quorum)}${quorum.missing_parties.length && !quorum.least ? `${t('date.comma')}${t('sessions.missing', { who: quorum.missing_parties.map((party) => t(`sessions.party.${party}`)).join(t('sessions.and')) })}` : ''}</p>
</div>`;

/** @param {import('../../../types/model.js').Room['quorum']} quorum */
const figures = ({ present, mandates, least }) => t(least ? 'sessions.present_of_least' : 'sessions.present_of', { present, mandates, least });

/** @param {number} at @param {boolean} here */
const figure = (at, here) => html`<g class=${here ? 'here' : ''}><circle cx=${at * 20 + 10} cy="8" r="5" /><path d=${`M${at * 20 + 2} 28a8 11 0 0 1 16 0Z`} /></g>`;
