import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { may } from '../../../store/identity/session.js';
import { mandates } from '../../../store/deliberation/representatives/mandates.js';
import { linkButton } from '../../../ui/button.js';
import { chip } from '../../../ui/mark.js';
import { empty } from '../../../ui/waiting.js';
import { shown } from '../../reading.js';
import { assemblyLink, longDay, termWords } from './words.js';

/**
 * Who speaks for which building, and who did.
 * @typedef {import('../../../types/model.js').Mandate} Mandate
 */

const STATES = { in_force: 'received', substitute: 'waiting', to_come: 'waiting', over: 'left_alone' };

export const enter = () => void mandates.load();

export const view = () => ({
  title: t('representatives.all'), back: '#/deliberation/representatives',
  body: html`<div class="stack">
    ${may('deliberation:building-assembly:minute') ? html`<div class="stack-tight">
      ${linkButton({ label: t('representatives.start_election'), href: '#/deliberation/elections/new', kind: 'primary', icon: 'vote' })}
      ${linkButton({ label: t('representatives.appoint'), href: '#/deliberation/representatives/appoint', icon: 'file-pen' })}</div>` : null}
    ${shown(mandates.reading.value, list, () => mandates.load())}</div>`,
});

/** @param {Mandate[]} all */
function list(all) {
  if (!all.length) return empty({ icon: 'users', title: t('representatives.none'), body: t('representatives.none_more') });
  const buildings = [...new Map(all.map(({ building_id, building_name }) => [building_id, building_name]))];
  return html`<div class="stack-wide">${buildings.map(([id, name]) => html`<section class="section stack-tight" key=${id}><h2>${name}</h2>
    <ul class="cards">${all.filter(({ building_id }) => building_id === id).reverse().map(line)}</ul></section>`)}</div>`;
}

/** @param {Mandate} one */
const line = (one) => html`<li class="card stack-tight" key=${one.id}>
  <div class="row-apart"><span class="card-title">${one.name}</span>${chip(STATES[one.standing], t(`representatives.standing.${one.standing}`))}</div>
  <span class="card-detail">${termWords(one)}</span>
  ${one.ended_on ? html`<span>${t(`representatives.ended.${one.ended_how ?? 'recall'}`, { day: longDay(one.ended_on) })}${one.ended_because ? html`: <q>${one.ended_because}</q>` : null}</span>` : null}
  ${one.phone ? html`<span>${t('representatives.call', { phone: one.phone })}</span>` : null}
  ${one.assembly_id && may('deliberation:building-assembly:minute') ? assemblyLink(one.assembly_id) : null}
  ${may('deliberation:building-assembly:minute') && one.standing !== 'over' ? html`<div class="row">
    ${linkButton({ label: t('representatives.recall'), href: link('/deliberation/representatives/:id/recall', { id: one.id }) })}
    ${one.stands_in_for ? null : linkButton({ label: t('representatives.name_substitute'), kind: 'quiet', href: link('/deliberation/representatives/appoint', {}, { building: one.building_id, for: one.id }) })}</div>` : null}
</li>`;
