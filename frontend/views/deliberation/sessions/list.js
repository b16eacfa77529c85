import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { may } from '../../../store/identity/session.js';
import { sessions } from '../../../store/deliberation/sessions/sessions.js';
import { linkButton } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { chip } from '../../../ui/mark.js';
import { empty } from '../../../ui/waiting.js';
import { shown } from '../../reading.js';
import { markOf, titleOf, whenOf } from './words.js';

/**
 * Sessions to come and past ones.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../types/model.js').Session} Session
 * @typedef {import('../../../store/deliberation/sessions/sessions.js').Which} Which
 */

const PATH = '/deliberation/sessions';
const PARTS = /** @type {Which[]} */ (['coming', 'past']);

/** @param {URLSearchParams} query */
const whichOf = (query) => /** @type {Which} */ (query.get('which') ?? 'coming');

let loaded = '';

/** @param {Place} place */
export function enter({ query }) {
  if (loaded !== whichOf(query)) void sessions.load(whichOf(query));
  loaded = whichOf(query);
}

export const leave = () => { loaded = ''; };

/** @param {Place} place */
export function view({ query }) {
  const which = whichOf(query);
  return {
    title: t('sessions.title'), back: '#/deliberation',
    body: html`<div class="stack">
      <nav class="segments" aria-label=${t('sessions.which')}>${PARTS.map((one) => html`<a class="button button-plain" href=${link(PATH, {}, { which: one })}
        aria-current=${one === which ? 'true' : undefined}>${t(`sessions.part.${one}`)}</a>`)}</nav>
      ${shown(sessions.reading.value, (all) => list(which === 'past' ? [...all].reverse() : all), () => sessions.load(which))}
      ${linkButton({ label: t('sessions.to_do'), href: '#/deliberation/action-items', icon: 'list-checks', wide: true })}
      ${may('deliberation:session:hold') ? linkButton({ label: t('sessions.plan'), href: link(`${PATH}/new`), icon: 'plus', wide: true }) : null}
    </div>`,
  };
}

/** @param {Session[]} all */
function list(all) {
  if (!all.length) return empty({ icon: 'calendar-check', title: t('sessions.none'), body: t('sessions.none_more') });
  return html`<ul class="cards">${all.map((one) => html`<li key=${one.id}><a class="card card-link" href=${link(`${PATH}/:id`, { id: one.id })}>
    <span class="grow stack-tight"><span class="card-title">${titleOf(one)}</span>
      <span class="card-detail">${[t(`sessions.kind.${one.kind}`), whenOf(one), one.place].filter(Boolean).join(t('date.comma'))}</span>
      <span class="row">${chip(markOf(one.state), t(`sessions.state.${one.state}`))}</span></span>
    <span class="go">${icon('chevron-right')}</span></a></li>`)}</ul>`;
}
