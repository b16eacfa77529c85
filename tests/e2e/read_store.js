// A store of the phone's database, the outbox unless told otherwise, without what cannot leave the page.
async (store = 'outbox') => {
  const opened = (name) => new Promise((done, fail) => {
    const asked = indexedDB.open(name);
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const rowsOf = (db) => new Promise((done, fail) => {
    const asked = db.transaction(store).objectStore(store).getAll();
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const db = await opened('linli');
  const rows = await rowsOf(db);
  db.close();
  return rows.map(({ sealed, ...row }) => row);
}
