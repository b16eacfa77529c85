import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { liftRuns, stoppages } from '../../../store/care/register/direct.js';
import { may } from '../../../store/identity/session.js';
import { say } from '../../../store/navigation.js';
import { button, linkButton } from '../../../ui/button.js';
import { empty } from '../../../ui/waiting.js';
import { whenWords } from '../../dates.js';
import { ask, asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';

/** @typedef {import('../../../store/care/register/direct.js').Stoppage} Stoppage */

export const enter = () => void stoppages.load();
export const leave = unask;

/** Which lifts stand still; who needs an arm on those stairs gets one every day. */
export const view = () => ({
  title: t('office.place.lifts'), back: '#/office',
  body: html`<div class="stack-wide"><p class="soft">${t('office.lift.how')}</p>
    ${may('care:lift-stoppage:set') ? linkButton({ label: t('office.lift.new'), href: '#/office/lifts/new', kind: 'primary', icon: 'plus' }) : null}
    ${shown(stoppages.reading.value, list, enter)}${asking()}</div>`,
});

/** @param {Stoppage[]} all */
function list(all) {
  if (!all.length) return empty({ icon: 'circle-check', title: t('office.lift.none'), body: t('office.lift.none_more') });
  return html`<ul class="cards">${all.map((one) => html`<li class="card" key=${one.id}><div class="stack-tight">
    <span class="place">${t('building.name', { code: one.building_code })} ${one.stairwell_code ? t('building.stairwell', { code: one.stairwell_code }) : ''}</span>
    <span>${whenWords(one.stopped_from)} – ${one.stopped_until ? whenWords(one.stopped_until) : t('office.lift.open_end')}</span><span class="card-detail">${one.reason}</span>
    ${!one.stopped_until && may('care:lift-stoppage:set') ? button({ label: t('office.lift.runs'), onClick: () => askIfRuns(one) }) : null}</div></li>`)}</ul>`;
}

/** @param {Stoppage} one */
const askIfRuns = (one) => ask({
  title: t('office.lift.runs'), body: t('office.lift.runs_body'), yes: t('office.lift.runs'), then: () => liftRuns(one), after: () => say(t('office.lift.ran')),
});
