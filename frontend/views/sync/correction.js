import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { link } from '../../lib/router.js';
import { look } from '../../store/identity/look.js';
import { go, goInstead, say } from '../../store/navigation.js';
import * as needs from '../../store/care/needs.js';
import * as tasks from '../../store/care/tasks.js';
import * as visits from '../../store/care/visit.js';
import { canvassOf } from '../../store/care/today.js';
import { questionForm } from '../../ui/questions.js';
import { empty } from '../../ui/waiting.js';
import { helpQuestions } from '../care/help-questions.js';
import { correctionQuestions } from '../care/need-questions.js';
import { visitQuestions } from '../care/visit-questions.js';
import { problemNotice } from './problem-notice.js';

/**
 * The form a refused record was made with, opened again with the server's reason above it.
 * @typedef {{ item: import('../../lib/outbox/item.js').Item, errors: Record<string, string>, questions: import('../../ui/questions.js').Question[],
 *   show: (errors: Record<string, string>) => void, finish: () => Promise<string> }} Open
 */

/** @param {string} kind @returns {Open | null} */
function openForm(kind) {
  const [visit, help, need] = [visits.visitDraft.value, tasks.helpDraft.value, needs.needDraft.value];
  if (kind === 'door_visit' && visit) {
    return { ...visit, questions: visitQuestions(visit, canvassOf(visit.item.about ?? '')), show: visits.showErrors, finish: visits.finishVisit };
  }
  if (kind === 'assistance_visit' && help) return { ...help, questions: helpQuestions(help), show: tasks.showErrors, finish: tasks.finishHelp };
  if (kind === 'assistance_need' && need) return { ...need, questions: correctionQuestions(need), show: needs.showErrors, finish: needs.finishNeed };
  return null;
}

/** @param {import('../../lib/router.js').Place} place */
export function view({ params, query }) {
  const kind = params.kind ?? '';
  const open = openForm(kind);
  return {
    title: t('correction.title', { place: open?.item.label ?? '' }),
    back: link('/outbox/:id', { id: query.get('id') ?? '' }),
    body: open ? html`<div class="stack">${problemNotice(open.item)}${questionForm({
      questions: open.questions,
      oneByOne: look.value.elder_mode,
      step: query.get('step'),
      hrefOf: (step) => link('/corrections/:kind', { kind }, { id: query.get('id') ?? '', step }),
      go,
      shown: open.errors,
      show: open.show,
      doneLabel: t('correction.done'),
      onDone: async () => {
        say(t('correction.saved', { place: await open.finish() }));
        goInstead('#/outbox');
      },
    })}</div>` : empty({ icon: 'inbox', title: t('item.gone') }),
  };
}

export function leave() {
  visits.closeVisit();
  tasks.closeHelp();
  needs.closeNeed();
}
