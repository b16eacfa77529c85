/** Opens an address and waits until its screen stands: nothing is a mere outline any more. */
async (hash) => {
  const until = performance.now() + 15_000;
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  if (location.hash !== hash) {
    const changed = new Promise((done) => addEventListener('hashchange', done, { once: true }));
    location.hash = hash;
    await changed;
  }
  do {
    if (performance.now() > until) throw new Error(`${hash} stays an outline`);
    await drawn();
  } while (document.querySelector('.skeleton'));
}
