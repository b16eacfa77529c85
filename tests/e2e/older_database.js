/**
 * The phone's database as the first version of the program left it: one step of the schema, items without
 * the fields that came later. A record of the past: it does not follow the program.
 */
async ({ items, photo }) => {
  const opened = await new Promise((done, fail) => {
    const asked = indexedDB.open('linli', 1);
    asked.onupgradeneeded = () => {
      const db = asked.result;
      db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('by_account', 'account_id');
      db.createObjectStore('blobs', { keyPath: ['account_id', 'sha256'] });
      db.createObjectStore('accounts', { keyPath: 'id' });
      db.createObjectStore('cache', { keyPath: ['account_id', 'name'] });
      db.createObjectStore('meta', { keyPath: 'name' });
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const tx = opened.transaction(['outbox', 'blobs', 'meta'], 'readwrite');
  for (const item of items) tx.objectStore('outbox').put(item);
  const bytes = Uint8Array.from(atob(photo.base64), (sign) => sign.charCodeAt(0)).buffer;
  tx.objectStore('blobs').put({ account_id: photo.account_id, sha256: photo.sha256, content_type: 'image/jpeg', bytes });
  tx.objectStore('meta').put({ name: 'outbox_seq', value: items.length });
  await new Promise((done, fail) => {
    tx.oncomplete = done;
    tx.onerror = () => fail(tx.error);
  });
  opened.close();
}
