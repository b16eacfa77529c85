import { signal } from '../../vendor/signals.js';
import { services } from '../services.js';
import { items } from './outbox.js';
import { detach, keepFile, loadPreviews, newDraft, withFile } from './record.js';

/**
 * One form being filled in: kept on the phone while it is written, found again when the door is opened
 * again, turned into a record when it is done.
 * @template {object} F
 * @typedef {object} Draft
 * @property {import('../../lib/outbox/item.js').Item} item whose payload is the form as it stands
 * @property {F} form
 * @property {Record<string, string>} errors shown
 * @property {string | null} fileError
 */

const SAVE_AFTER_MS = 400;

/**
 * @template {object} F
 * @param {string} kind of the record
 */
export function createDraft(kind) {
  /** @type {import('../../vendor/signals.js').Signal<Draft<F> | null>} */
  const draft = signal(null);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {Partial<Draft<F>>} change */
  function update(change) {
    if (draft.value) draft.value = { ...draft.value, ...change };
  }

  /** The form just left: a voice note that ends with the screen still belongs to it. @type {Draft<F> | null} */
  let left = null;

  async function save(now = draft.peek()) {
    clearTimeout(timer);
    timer = undefined;
    if (now && now.item.state === 'draft') await services.box.saveDraft({ ...now.item, payload: now.form });
  }

  /**
   * Into the form as it is by now: while this file was being shrunk another may have come, and this form may
   * have made way for another.
   * @param {string} id of the form's item @param {import('../../types/model.js').Slot} slot
   */
  async function take(id, slot) {
    const now = [draft.peek(), left].find((one) => one?.item.id === id);
    if (!now) return;
    const next = { ...now, item: withFile(now.item, slot) };
    if (now === left) left = next;
    else draft.value = next;
    await save(next);
  }

  return {
    draft,
    save,
    /**
     * @param {{ order_key: string, label: string, about: string | null }} where
     * @param {() => F} empty
     */
    async open(where, empty) {
      const found = items.peek().find((one) => one.kind === kind && one.state === 'draft'
        && one.order_key === where.order_key && one.about === where.about);
      const kept = found && (await services.box.read(found.account_id, found.id));
      const item = kept ?? newDraft({ ...where, kind, payload: null });
      const form = /** @type {F} */ (kept?.payload ?? empty());
      draft.value = { item, form, errors: {}, fileError: null };
      await loadPreviews(item);
    },
    /** A refused record, opened again to be put right. @param {import('../../lib/outbox/item.js').Item} item @param {F} form */
    async reopen(item, form) {
      draft.value = { item, form, errors: {}, fileError: null };
      await loadPreviews(item);
    },
    /** @param {Partial<F>} change */
    answer(change) {
      if (!draft.value) return;
      update({ form: { ...draft.value.form, ...change } });
      clearTimeout(timer);
      timer = setTimeout(() => void save(), SAVE_AFTER_MS);
    },
    /** @param {Record<string, string>} errors */
    showErrors: (errors) => update({ errors }),
    /** A photo or a voice note. @param {Blob} file */
    async addFile(file) {
      const item = (draft.peek() ?? left)?.item;
      if (!item) return false;
      update({ fileError: null });
      try {
        await take(item.id, await keepFile(item, file));
        return true;
      } catch {
        if (draft.peek()?.item.id === item.id) update({ fileError: 'unreadable' });
        return false;
      }
    },
    /** @param {string} sha256 */
    async removeFile(sha256) {
      if (draft.value) update({ item: detach(draft.value.item, sha256) });
      await save();
    },
    /** What was written last is kept even when the screen is left within the moment. */
    close() {
      if (timer) void save();
      left = draft.value;
      draft.value = null;
    },
  };
}
