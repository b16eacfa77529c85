import { strictly } from '../db.js';
import { isPending, lifted, mustBeSealed } from './item.js';
import { createBlobs } from './blobs.js';
import { queued } from './states.js';

/**
 * The outbox in the database. Every change is one durable transaction; nothing here sends.
 * Rows are only ever read and written by the account they belong to.
 * @typedef {import('./item.js').Item} Item
 * @typedef {ReturnType<typeof createBox>} Box
 */

/**
 * @param {object} env
 * @param {import('../db.js').Db} env.db
 * @param {import('../seal.js').Seal} env.seal
 * @param {() => void} [env.onChange]
 */
export function createBox({ db, seal, onChange = () => {} }) {
  const blobs = createBlobs({ db, seal });
  return {
    blobs,
    /** Payloads of sealed kinds stay closed. @param {string} account @returns {Promise<Item[]>} in the order of doing */
    async all(account) {
      const rows = await db.getAllFromIndex('outbox', 'by_account', account);
      return rows.map(lifted).sort((a, b) => a.seq - b.seq);
    },
    /** @param {string} account @param {string} id @returns {Promise<Item | null>} with its payload open */
    async read(account, id) {
      const row = await db.get('outbox', id);
      return row?.account_id === account ? opened(seal, lifted(row)) : null;
    },
    /** @param {Item[]} items @returns {Promise<Item[]>} with their payloads open */
    open: (items) => Promise.all(items.map((item) => opened(seal, item))),
    /** @param {Item} item */
    async saveDraft(item) {
      const row = await closed(seal, item);
      const tx = strictly(db, ['outbox']);
      const known = await tx.objectStore('outbox').get(item.id);
      // A late keystroke must not turn something already queued back into a draft.
      if (!known || known.state === 'draft') await tx.objectStore('outbox').put(row);
      await tx.done;
      onChange();
    },
    /** @param {Item[]} items each takes its place at the end; one that was queued before keeps its place */
    async queue(items) {
      const rows = await Promise.all(items.map((item) => closed(seal, item)));
      const tx = strictly(db, ['outbox', 'meta']);
      const meta = tx.objectStore('meta');
      let seq = (await meta.get('outbox_seq'))?.value ?? 0;
      for (const row of rows) {
        if (!row.seq) seq += 1;
        await tx.objectStore('outbox').put(queued(row, row.seq || seq));
      }
      await meta.put({ name: 'outbox_seq', value: seq });
      await tx.done;
      onChange();
    },
    /**
     * @param {string[]} ids
     * @param {(item: Item) => Item} move a pure move between states
     */
    async change(ids, move) {
      const tx = strictly(db, ['outbox']);
      for (const id of ids) {
        const row = await tx.objectStore('outbox').get(id);
        if (row) await tx.objectStore('outbox').put(move(lifted(row)));
      }
      await tx.done;
      onChange();
    },
    /** Drafts a person threw away, and what has outlived its thirty days. @param {Item} item */
    async remove(item) {
      if (isPending(item)) throw new Error('an item that was not received is never removed');
      await db.delete('outbox', item.id);
      await blobs.releaseUnused(item);
      onChange();
    },
  };
}

/** @param {import('../seal.js').Seal} seal @param {Item} item @returns {Promise<Item>} */
async function closed(seal, item) {
  if (!mustBeSealed(item) || item.sealed) return item;
  const sealed = await seal.close(item.account_id, item.payload);
  // Where the browser cannot seal, losing the record would be the greater harm.
  return sealed ? { ...item, payload: null, sealed } : item;
}

/** @param {import('../seal.js').Seal} seal @param {Item} item @returns {Promise<Item>} */
async function opened(seal, item) {
  return item.sealed ? { ...item, payload: await seal.open(item.account_id, item.sealed) } : item;
}
