import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { link } from '../../lib/router.js';
import { may } from '../../store/identity/session.js';

/** @typedef {import('../../store/community/buildings.js').Layer} Layer */

/**
 * What matters now: who was visited, what they think, who needs help.
 * @param {import('../../lib/router.js').Place} place
 * @param {{ canvass: string | null, layer: Layer }} now
 */
export function layerSwitch({ params, query }, { canvass, layer }) {
  /** @type {Layer[]} */
  const layers = [...(canvass ? /** @type {const} */ (['canvass', 'stance']) : []),
    ...(may('care:needs-picture:read') ? /** @type {const} */ (['needs']) : [])];
  if (layers.length < 2) return null;
  return html`<nav class="segments no-print" aria-label=${t('layer.label')}>${layers.map((one) => html`<a class="button button-plain"
    aria-current=${one === layer ? 'true' : undefined}
    href=${link('/buildings/:id', params, { ...Object.fromEntries(query), layer: one })}>${t(`layer.${one}`)}</a>`)}</nav>`;
}
