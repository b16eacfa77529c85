import { t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { newId } from '../../../store/office/call.js';
import { movePhase, project } from '../../../store/community/projects.js';
import { may } from '../../../store/identity/session.js';
import { say } from '../../../store/navigation.js';
import { button, linkButton } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { nextDay } from '../../dates.js';
import { shown } from '../../reading.js';
import { ask, asking, unask } from '../../office/ask.js';

/**
 * A project: where it stands, how it came there, and the next step.
 * @typedef {import('../../../store/community/projects.js').ProjectDetail} ProjectDetail
 * @typedef {import('../../../store/community/projects.js').Phase} Phase
 */

/** @type {Phase[]} */
const PHASES = ['mobilise', 'deliberate', 'construct', 'operate'];

/** @param {import('../../../lib/router.js').Place} place */
export const enter = ({ params }) => void project.load(params.id);
export const leave = unask;

/** @param {import('../../../lib/router.js').Place} place */
export const view = ({ params }) => ({
  title: project.reading.value.value?.name ?? t('office.place.projects'),
  back: '#/office/projects',
  body: html`${shown(project.reading.value, drawn, () => project.load(params.id))}${asking()}`,
});

/** @param {ProjectDetail} one */
const drawn = (one) => html`<div class="stack-wide">
  <div class="stack-tight"><p>${one.summary}</p>
    <p class="soft">${tCode('office.project.kind', one.kind, 'office.project.kind.other')}${t('office.colon')}${one.buildings.map(({ name, code }) => name || t('building.name', { code })).join(t('date.comma'))}</p></div>
  <section class="section stack"><h2>${t('office.phase.title')}</h2>
    <ol class="stack-tight">${PHASES.map((phase) => html`<li class=${`card${phase === one.phase ? ' card-on' : ''}`} aria-current=${phase === one.phase ? 'step' : undefined}>
      <span class="card-title">${phase === one.phase ? html`${icon('chevron-right')} ` : null}${t(`office.phase.${phase}`)}</span><span class="card-detail">${t(`office.phase_more.${phase}`)}</span></li>`)}</ol>
    ${may('community:project:move') ? one.next_phases.map((to, at) => button({ label: t(at === 0 && isAhead(one.phase, to) ? 'office.phase.move' : 'office.phase.back', { phase: t(`office.phase.${to}`) }),
      kind: isAhead(one.phase, to) ? 'primary' : 'quiet', wide: true, onClick: () => askToMove(one, to) })) : null}</section>
  <section class="section"><h2>${t('office.phase.history')}</h2>${history(one)}</section>
  <section class="section stack"><h2>${t('office.project.go_on')}</h2>
    ${linkButton({ label: t('office.canvass.new'), href: '#/office/canvasses/new', wide: true, icon: 'door-open' })}
    ${linkButton({ label: t('office.place.notices'), href: link('/office/notices'), wide: true, icon: 'megaphone' })}</section>
</div>`;

/** @param {Phase} from @param {Phase} to */
const isAhead = (from, to) => PHASES.indexOf(to) > PHASES.indexOf(from);

/** @param {ProjectDetail} one */
function history({ phase_history, created_at }) {
  return html`<ul class="stack-tight">${[...phase_history].reverse().map((change) => html`<li key=${change.id}><b>${t(`office.phase.${change.to_phase}`)}</b>
    <span class="card-detail">${nextDay(change.changed_at)}${t('date.comma')}${change.reason}</span></li>`)}
    <li><b>${t('office.phase.opened')}</b><span class="card-detail">${nextDay(created_at)}</span></li></ul>`;
}

/** @param {ProjectDetail} one @param {Phase} to */
function askToMove(one, to) {
  const id = newId();
  ask({
    title: t('office.phase.move', { phase: t(`office.phase.${to}`) }), body: t('office.phase.move_body'), reason: t('office.phase.reason'), yes: t('office.phase.yes'),
    then: (reason) => movePhase(one.id, { id, to, reason }),
    after: () => say(t('office.phase.moved', { phase: t(`office.phase.${to}`) })),
  });
}
