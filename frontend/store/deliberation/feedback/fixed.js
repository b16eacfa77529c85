import { effect } from '../../../vendor/signals.js';
import { isPending } from '../../../lib/outbox/item.js';
import { services } from '../../services.js';
import { items, newsOf } from '../../sync/outbox.js';
import { newDraft, record } from '../../sync/record.js';
import { report } from './reports.js';

/** "Is it fixed?": answered on the phone first, sent when it can be. */
const KIND = 'feedback_step';

/** @param {string} id @param {string} label @param {boolean} fixed @param {string | null} [reason] what is still wrong */
export const sayWhetherFixed = (id, label, fixed, reason = null) => record([newDraft({
  kind: KIND, order_key: `feedback/${id}`, label, about: id, payload: { feedback_id: id, fixed, reason, said_at: services.clock.iso() },
})]);

/** What was answered here and the screen cannot show yet. @param {string} id @returns {{ fixed: boolean } | undefined} */
export const fixedAnswer = (id) =>
  newsOf(KIND, report.reading.value.storedAt).filter(({ about }) => about === id).at(-1)?.payload;

let waited = '';

/** Once it has arrived, what became of the report is read again. */
effect(() => {
  const waiting = items.value.filter((item) => item.kind === KIND && isPending(item)).map(({ about }) => about ?? '').join();
  const open = report.reading.peek().value?.id;
  if (open && waited.includes(open) && !waiting.includes(open)) void report.load(open);
  waited = waiting;
});
