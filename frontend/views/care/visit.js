import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { link } from '../../lib/router.js';
import { look } from '../../store/identity/look.js';
import { go, goInstead, say } from '../../store/navigation.js';
import { canvassOf, doorOf } from '../../store/care/today.js';
import { closeVisit, finishVisit, openVisit, showErrors, visitDraft } from '../../store/care/visit.js';
import { handbook } from '../../store/community/handbook.js';
import { questionForm } from '../../ui/questions.js';
import { stopVoice } from '../../ui/voice.js';
import { skeleton } from '../../ui/waiting.js';
import { openGrievances } from './open-grievances.js';
import { visitQuestions } from './visit-questions.js';

/** @typedef {import('../../lib/router.js').Place} Place */

const PATH = '/doors/:canvass/:household';

/** @param {Place} place */
export async function enter({ params, query }) {
  const label = query.get('label') ?? doorOf(params.household ?? '')?.code ?? '';
  if (visitDraft.peek()?.item.order_key !== params.household) {
    await openVisit({ canvass: params.canvass ?? '', household: params.household ?? '', label });
  }
  void handbook.load();
}

export function leave() {
  stopVoice();
  closeVisit();
}

/** @param {Place} place */
export function view({ params, query }) {
  const draft = visitDraft.value;
  const label = query.get('label') ?? '';
  return {
    title: t('visit.title', { door: label }),
    back: back(query),
    aside: html`<a class="top-back" href=${link('/households/:id', { id: params.household ?? '' }, { label })}>${t('visit.household')}</a>`,
    body: draft ? html`<div class="stack">
      ${openGrievances(doorOf(params.household ?? '')?.open_grievances ?? [])}
      ${questionForm({
        questions: visitQuestions(draft, canvassOf(params.canvass ?? '')),
        oneByOne: look.value.elder_mode,
        step: query.get('step'),
        hrefOf: (step) => link(PATH, params, { ...Object.fromEntries(query), step }),
        go,
        shown: draft.errors,
        show: showErrors,
        doneLabel: t('visit.done'),
        onDone: () => done(back(query)),
      })}
    </div>` : skeleton(),
  };
}

/** To the building it was opened from, or to today. @param {URLSearchParams} query */
function back(query) {
  const from = query.get('from');
  return from ? `#${from}` : '#/';
}

/** @param {string} href */
async function done(href) {
  const label = await finishVisit();
  say(t('visit.saved', { door: label }));
  goInstead(href);
}
