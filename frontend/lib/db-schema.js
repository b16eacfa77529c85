/**
 * The phone's database, as steps that are only ever added to. A step may create stores and indexes; it
 * must not delete or rewrite what is in the outbox. The shape of an outbox item has its own number
 * (`shape`, see outbox/item.js) and is lifted when it is read.
 * @typedef {import('../vendor/idb.js').IDBPDatabase} Db
 * @typedef {import('../vendor/idb.js').IDBPTransaction<unknown, string[], 'versionchange'>} Upgrade
 * @type {((db: Db, tx: Upgrade) => void)[]}
 */
export const STEPS = [
  (db) => {
    const outbox = db.createObjectStore('outbox', { keyPath: 'id' });
    outbox.createIndex('by_account', 'account_id');
    db.createObjectStore('blobs', { keyPath: ['account_id', 'sha256'] });
    db.createObjectStore('accounts', { keyPath: 'id' });
    db.createObjectStore('cache', { keyPath: ['account_id', 'name'] });
    db.createObjectStore('meta', { keyPath: 'name' });
  },
  (db, tx) => {
    tx.objectStore('outbox').createIndex('by_state', ['account_id', 'state']);
    db.createObjectStore('keys', { keyPath: 'name' });
  },
];
