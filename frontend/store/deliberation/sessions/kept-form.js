import { signal } from '../../../vendor/signals.js';
import { services } from '../../services.js';
import { createDraft } from '../../sync/draft.js';
import { discard } from '../../sync/outbox.js';
import { newDraft, record, recordCorrection } from '../../sync/record.js';

/**
 * A form of the secretary's desk: kept on this phone at every stroke, through a reload too, until it is in
 * the outbox, or until the server has taken what only the network can do.
 * @template {Record<string, string>} F
 * @param {string} kind of the record
 * @param {() => F} empty
 */
export function keptForm(kind, empty) {
  /** @type {ReturnType<typeof createDraft<F>>} */
  const drafts = createDraft(kind);
  const busy = signal(false);
  /** @type {{ order_key: string, label: string, about: string } | null} */
  let where = null;
  const values = () => drafts.draft.value?.form ?? empty();
  const errors = () => drafts.draft.value?.errors ?? {};

  /** Begins anew, as something else than what was just sent. */
  const anew = async () => { if (where) await drafts.reopen(newDraft({ ...where, kind, payload: null }), empty()); };

  /** What is to be sent, unless something is missing. @param {Record<string, string>} missing */
  async function ready(missing) {
    drafts.showErrors(missing);
    const open = drafts.draft.peek();
    if (!open || busy.peek() || Object.keys(missing).length) return null;
    await drafts.save();
    return open;
  }

  return {
    values, errors, busy, answer: drafts.answer,
    /** @param {{ id: string, label: string }} session */
    open({ id, label }) {
      where = { order_key: `session/${id}`, label, about: id };
      return drafts.open(where, empty);
    },
    /** One the server refused, to be put right. @param {import('../../../lib/outbox/item.js').Item} item @param {F} form */
    correct: (item, form) => drafts.reopen(item, form),
    close: drafts.close,
    /** What a field of `ui/field.js` needs. @param {string & keyof F} name */
    field: (name) => ({
      id: name, value: values()[name], error: errors()[name],
      onInput: (/** @type {string} */ value) => drafts.answer(/** @type {Partial<F>} */ ({ [name]: value })),
    }),
    /** Into the outbox. @param {object} payload @param {Record<string, string>} missing @returns {Promise<boolean>} */
    async record(payload, missing) {
      const open = await ready(missing);
      if (!open) return false;
      if (open.item.state === 'draft') await record([{ ...open.item, payload, recorded_at: services.clock.iso() }]);
      else await recordCorrection(open.item, payload);
      await anew();
      return true;
    },
    /**
     * Straight to the server; what was written stays until it has taken it.
     * @param {(id: string) => Promise<unknown>} send @param {Record<string, string>} missing @param {(error: unknown) => Record<string, string>} told
     * @returns {Promise<boolean>}
     */
    async send(send, missing, told) {
      const open = await ready(missing);
      if (!open) return false;
      busy.value = true;
      try {
        await send(open.item.id);
        await discard(open.item);
        await anew();
        return true;
      } catch (error) {
        drafts.showErrors(told(error));
        return false;
      } finally {
        busy.value = false;
      }
    },
  };
}
