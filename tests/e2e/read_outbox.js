// The outbox as it lies in the phone's database, without what cannot leave the page.
async () => {
  const opened = (name) => new Promise((done, fail) => {
    const asked = indexedDB.open(name);
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const rowsOf = (db) => new Promise((done, fail) => {
    const asked = db.transaction('outbox').objectStore('outbox').getAll();
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const db = await opened('linli');
  const rows = await rowsOf(db);
  db.close();
  return rows.map(({ sealed, ...row }) => row);
}
