import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { link } from '../../lib/router.js';
import { may } from '../../store/identity/session.js';
import { reading, todayResource } from '../../store/care/today.js';
import { linkButton } from '../../ui/button.js';

/** @typedef {import('../../lib/router.js').Place} Place */

export const enter = () => void todayResource.load();

/** A door, and what can be done there. @param {Place} place */
export function view({ params, query }) {
  const id = params.id ?? '';
  const label = query.get('label') ?? '';
  const canvasses = reading.value.value?.canvasses ?? [];
  return {
    title: label,
    back: '#/buildings',
    body: html`<div class="stack">
      ${may('care:door-visit:log') ? canvasses.map((canvass) => linkButton({ label: t('household.visit', { title: canvass.title }), icon: 'door-open', wide: true, kind: 'primary',
        href: link('/doors/:canvass/:household', { canvass: canvass.id, household: id }, { label }) })) : null}
      ${may('care:assistance-need:record') ? linkButton({ label: t('household.need'), icon: 'heart-handshake', wide: true,
        href: link('/needs/new/:household', { household: id }, { label }) }) : null}
    </div>`,
  };
}
