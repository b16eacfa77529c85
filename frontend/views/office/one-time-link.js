import { signal } from '../../vendor/signals.js';
import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { button } from '../../ui/button.js';

/** Which link was copied last. */
const copied = signal('');

/**
 * A link that works once, drawn big to be scanned from the screen, or sent.
 * @param {{ link: string | null, qr_svg: string | null, title: string, more: unknown }} props
 */
export const oneTimeLink = ({ link, qr_svg, title, more }) => html`<section class="stack">
  <h2>${title}</h2>
  <p>${more}</p>
  ${qr_svg ? html`<img class="code" alt=${t('office.invite.qr')} src=${`data:image/svg+xml;charset=utf-8,${encodeURIComponent(qr_svg)}`} />` : null}
  ${link ? html`<p class="receipt">${link}</p>
    ${button({ label: copied.value === link ? t('office.invite.copied') : t('office.invite.copy'), icon: copied.value === link ? 'check' : undefined, wide: true, onClick: () => copy(link) })}
    ${'share' in navigator ? button({ label: t('office.invite.share'), icon: 'send', wide: true, onClick: () => share(link, title) }) : null}` : null}
</section>`;

/** The browser may forbid it; then the link stands there to be copied by hand. @param {string} link */
async function copy(link) {
  await navigator.clipboard?.writeText(link).then(() => { copied.value = link; }, () => {});
}

/** Somebody who closes the sheet has decided so. @param {string} link @param {string} title */
const share = (link, title) => navigator.share({ title, url: link }).catch(() => {});
