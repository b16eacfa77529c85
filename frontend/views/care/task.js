import { t, tCode } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { link } from '../../lib/router.js';
import { look } from '../../store/identity/look.js';
import { accountId } from '../../store/identity/session.js';
import { go, goInstead, say } from '../../store/navigation.js';
import { reading, taskOf, todayResource } from '../../store/care/today.js';
import { closeHelp, finishHelp, helpDraft, openHelp, showErrors } from '../../store/care/tasks.js';
import { linkButton } from '../../ui/button.js';
import { notice } from '../../ui/notice.js';
import { questionForm } from '../../ui/questions.js';
import { stopVoice } from '../../ui/voice.js';
import { empty } from '../../ui/waiting.js';
import { shown } from '../reading.js';
import { placeOf } from './cards.js';
import { whenWords } from '../dates.js';
import { helpQuestions } from './help-questions.js';
import { offerAnswer } from './offer-answer.js';

/** @typedef {import('../../lib/router.js').Place} Place */

/** @param {Place} place */
export async function enter({ params }) {
  if (!reading.peek().value) await todayResource.load();
  await openForm(params.id ?? '');
}

/** Where the door is known, the visit can be written down. @param {string} id */
async function openForm(id) {
  const found = taskOf(id);
  if (found?.household_id && helpDraft.peek()?.item.about !== id) await openHelp(found, placeOf(found));
}

export function leave() {
  stopVoice();
  closeHelp();
}

/** @param {Place} place */
export const view = ({ params, query }) => ({
  title: t('task.title'),
  back: '#/tasks',
  body: shown(reading.value, () => known(params.id ?? '', query), () => todayResource.load()),
});

/** @param {string} id @param {URLSearchParams} query */
function known(id, query) {
  const found = taskOf(id);
  if (!found) return empty({ icon: 'circle-check', title: t('task.gone'), body: t('task.gone_more'), action: linkButton({ label: t('tasks.title'), href: '#/tasks' }) });
  return html`<div class="stack">${head(found)}${isTaken(found) ? html`${passOn(found, query)}${found.household_id ? form(id, query) : notice({ title: t('task.ahead'), body: t('task.ahead_more') })}` : offerAnswer(found, () => openForm(id))}</div>`;
}

/**
 * Whoever was only asked answers first. The door is told on the day, and help can be written down then.
 * @param {import('../../types/model.js').CareTask} found
 */
const isTaken = ({ household_id, assignee_id, status }) => (Boolean(household_id) || assignee_id === accountId.value) && status !== 'assigned';

/** A way out, before anything is written down. @param {import('../../types/model.js').CareTask} found @param {URLSearchParams} query */
const passOn = ({ id, assignee_id }, query) => (assignee_id === accountId.value && !query.get('step')
  ? linkButton({ label: t('task.pass_on'), href: link('/tasks/:id/handover', { id }), kind: 'quiet' }) : null);

/** @param {import('../../types/model.js').CareTask} found */
const head = (found) => html`<div class="card stack-tight">
  <p class="card-title">${tCode('need', found.kind, 'need.other')}</p>
  <p class="place">${placeOf(found)}</p>
  <p class="soft">${whenWords(found.due_from)} – ${whenWords(found.due_until)}</p>
  ${found.instruction ? notice({ title: t('task.instruction'), body: found.instruction }) : null}
</div>`;

/** @param {string} id @param {URLSearchParams} query */
function form(id, query) {
  const draft = helpDraft.value;
  if (!draft) return null;
  return questionForm({
    questions: helpQuestions(draft),
    oneByOne: look.value.elder_mode,
    step: query.get('step'),
    hrefOf: (step) => link('/tasks/:id', { id }, { step }),
    go,
    shown: draft.errors,
    show: showErrors,
    doneLabel: t('help.done'),
    onDone: async () => {
      say(t('help.saved', { place: await finishHelp() }));
      goInstead('#/tasks');
    },
  });
}
