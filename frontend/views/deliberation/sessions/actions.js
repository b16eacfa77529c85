import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { actionItems } from '../../../store/deliberation/sessions/action-items.js';
import { empty } from '../../../ui/waiting.js';
import { shown } from '../../reading.js';
import { actionCard } from './action-card.js';

/**
 * What is to be done: mine first.
 * @typedef {import('../../../store/deliberation/sessions/action-items.js').Which} Which
 */

const PATH = '/deliberation/action-items';
const PARTS = /** @type {Which[]} */ (['mine', 'open', 'ended']);

/** @param {URLSearchParams} query */
const whichOf = (query) => /** @type {Which} */ (query.get('which') ?? 'mine');

let loaded = '';

/** @param {import('../../../lib/router.js').Place} place */
export function enter({ query }) {
  if (loaded !== whichOf(query)) void actionItems.load(whichOf(query));
  loaded = whichOf(query);
}

export const leave = () => { loaded = ''; };

/** @param {import('../../../lib/router.js').Place} place */
export function view({ query }) {
  const which = whichOf(query);
  return {
    title: t('sessions.to_do'), back: '#/deliberation/sessions',
    body: html`<div class="stack">
      <nav class="segments" aria-label=${t('sessions.which')}>${PARTS.map((one) => html`<a class="button button-plain" href=${link(PATH, {}, { which: one })}
        aria-current=${one === which ? 'true' : undefined}>${t(`sessions.actions.${one}`)}</a>`)}</nav>
      ${shown(actionItems.reading.value, (all) => (all.length
        ? html`<ul class="cards">${all.map((one) => html`<li key=${one.id}>${actionCard(one)}</li>`)}</ul>`
        : empty({ icon: 'circle-check', title: t(`sessions.no_actions.${which}`), body: t('sessions.no_actions_more') })), () => actionItems.load(which))}
    </div>`,
  };
}
