// All that lies in the phone's database, as text, by store; bytes are read as text too.
async () => {
  const done = (asked) => new Promise((then, fail) => {
    asked.onsuccess = () => then(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const text = (_name, value) => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder().decode(value);
    return value;
  };
  const db = await done(indexedDB.open('linli'));
  const stores = [...db.objectStoreNames];
  const rows = await Promise.all(stores.map((name) => done(db.transaction(name).objectStore(name).getAll())));
  db.close();
  return Object.fromEntries(stores.map((name, at) => [name, JSON.stringify(rows[at], text)]));
}
