import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { look } from '../../../store/identity/look.js';
import { go, goInstead, say } from '../../../store/navigation.js';
import { buildings } from '../../../store/community/buildings.js';
import { homePlace, reports } from '../../../store/deliberation/feedback/reports.js';
import { closeReport, correctReport, finishReport, foundMeanwhile, lookAround, openReport, reportDraft, showErrors, similar } from '../../../store/deliberation/feedback/reporting.js';
import { readItem } from '../../../store/sync/outbox.js';
import { questionForm } from '../../../ui/questions.js';
import { stopVoice } from '../../../ui/voice.js';
import { skeleton } from '../../../ui/waiting.js';
import { problemNotice } from '../../sync/problem-notice.js';
import { sayKept } from '../kept.js';
import { labelOf, reportQuestions } from './report-questions.js';

/** @typedef {import('../../../lib/router.js').Place} Place */

const PATH = '/deliberation/feedback/new';

/** @param {Place} place */
export async function enter({ query }) {
  const refused = query.get('item');
  const open = reportDraft.peek();
  if (refused && open?.item.id !== refused) {
    const item = await readItem(refused);
    if (item) await correctReport(item);
  }
  if (!reportDraft.peek()) await openReport(t('feedback.report'));
  // What is near is looked for in the list that the phone has, too.
  await Promise.all([homePlace.load(), buildings.load(), reports.load('open')]);
  void lookAround();
}

export function leave() {
  stopVoice();
  closeReport();
}

/** @param {Place} place */
export function view({ query }) {
  const draft = reportDraft.value;
  return {
    title: t('feedback.report'), back: '#/deliberation/feedback',
    body: draft ? html`<div class="stack">${problemNotice(draft.item)}${questionForm({
      questions: reportQuestions(draft),
      oneByOne: look.value.elder_mode,
      step: query.get('step'),
      hrefOf: (step) => link(PATH, {}, { ...Object.fromEntries(query), step }),
      go,
      shown: draft.errors,
      show: showErrors,
      doneLabel: t(draft.form.same_as ? 'feedback.join' : 'feedback.send'),
      onDone: () => done(query),
    })}</div>` : skeleton(),
  };
}

/** Sent when whoever reports it has seen what is like it. @param {URLSearchParams} query */
async function done(query) {
  if (await foundMeanwhile()) {
    say(t('feedback.found'));
    if (look.peek().elder_mode) go(link(PATH, {}, { ...Object.fromEntries(query), step: 'same' }));
    else requestAnimationFrame(() => document.getElementById('same')?.focus());
    return;
  }
  const asked = similar.reading.peek().value?.asked;
  await finishReport(labelOf());
  sayKept(asked ? '' : t('feedback.unasked'));
  goInstead(link('/deliberation/feedback', {}, { which: 'mine' }));
}
