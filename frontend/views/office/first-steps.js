import { number, t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { speakChapters } from '../../lib/texts.js';
import { firstSteps, isSetUp, loadFirstSteps, STEPS } from '../../store/office/first-steps.js';
import { icon } from '../../ui/icon.js';

/** Where each step is done. */
const PLACES = { roster: '#/office/roster', leads: '#/office/team/invite', project: '#/office/projects/new', doors: '#/office/canvasses' };

/**
 * The first steps of a new community, for the first screen of who sets it up. They follow that screen, and
 * are gone once all are done.
 */
export async function begin() {
  await loadFirstSteps();
  const done = firstSteps.peek().value;
  if (!done || isSetUp(done)) return null;
  await speakChapters(['office']);
  return steps;
}

function steps() {
  const done = firstSteps.value.value;
  if (!done || isSetUp(done)) return null;
  return html`<section class="section"><h2>${t('office.first.title')}</h2><p class="soft">${t('office.first.how')}</p>
    <ol class="cards below">${STEPS.map((step, at) => html`<li key=${step}><a class="card card-link" href=${PLACES[step]}>${icon(done[step] ? 'circle-check' : 'circle')}
      <span class="grow"><span class="card-title">${number(at + 1)}. ${t(`office.first.${step}`)}</span><span class="card-detail">${t(`office.first.${step}_more`)}</span>
        ${done[step] ? html`<span class="tag tag-good">${t('office.first.done')}</span>` : null}</span>
      <span class="go">${icon('chevron-right')}</span></a></li>`)}</ol></section>`;
}
