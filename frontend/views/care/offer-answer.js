import { signal } from '../../vendor/signals.js';
import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { answerTask } from '../../store/care/tasks.js';
import { say } from '../../store/navigation.js';
import { button } from '../../ui/button.js';
import { notice } from '../../ui/notice.js';
import { failureWords } from '../failure.js';

const state = signal({ busy: false, failure: /** @type {string | null} */ (null) });

/**
 * Yes or no to a task that was offered. Others see it at once, so it needs the server.
 * @param {import('../../types/model.js').CareTask} task
 * @param {() => Promise<void>} onAccepted
 */
export const offerAnswer = (task, onAccepted) => html`<div class="stack">
  ${state.value.failure ? notice({ kind: 'bad', title: t('task.answer_failed'), body: state.value.failure }) : null}
  <p>${t(task.status === 'assigned' ? 'task.asked' : 'task.offer')}</p>
  ${button({ label: t('task.accept'), kind: 'primary', icon: 'check', busy: state.value.busy, onClick: () => answer(task.id, 'acceptance', onAccepted) })}
  ${button({ label: t('task.decline'), wide: true, busy: state.value.busy, onClick: () => answer(task.id, 'decline', async () => {}) })}
</div>`;

/** @param {string} id @param {'acceptance' | 'decline'} verb @param {() => Promise<void>} then */
async function answer(id, verb, then) {
  state.value = { busy: true, failure: null };
  try {
    await answerTask(id, verb, verb === 'decline' ? { reason: t('task.decline_reason') } : {});
    await then();
    state.value = { busy: false, failure: null };
    say(t(verb === 'acceptance' ? 'task.accepted' : 'task.declined'));
  } catch (error) {
    state.value = { busy: false, failure: failureWords(error) };
  }
}
