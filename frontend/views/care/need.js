import { t } from '../../lib/i18n.js';
import { link } from '../../lib/router.js';
import { look } from '../../store/identity/look.js';
import { go, goInstead, say } from '../../store/navigation.js';
import { closeNeed, finishNeed, needDraft, openNeed, showErrors } from '../../store/care/needs.js';
import { questionForm } from '../../ui/questions.js';
import { skeleton } from '../../ui/waiting.js';
import { needQuestions } from './need-questions.js';

/** @typedef {import('../../lib/router.js').Place} Place */

/** @param {Place} place */
export async function enter({ params, query }) {
  if (needDraft.peek()?.item.order_key === params.household) return;
  await openNeed({ household: params.household ?? '', label: query.get('label') ?? '' });
}

export const leave = closeNeed;

/** @param {Place} place */
export function view({ params, query }) {
  const draft = needDraft.value;
  return {
    title: t('need.title', { door: query.get('label') ?? '' }),
    back: '#/buildings',
    body: draft ? questionForm({
      questions: needQuestions(draft),
      oneByOne: look.value.elder_mode,
      step: query.get('step'),
      hrefOf: (step) => link('/needs/new/:household', params, { ...Object.fromEntries(query), step }),
      go,
      shown: draft.errors,
      show: showErrors,
      doneLabel: t('need.done'),
      onDone: async () => {
        say(t('need.saved', { door: await finishNeed() }));
        goInstead('#/buildings');
      },
    }) : skeleton(),
  };
}
