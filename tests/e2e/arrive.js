/** Opens an address and waits until its screen stands: it has its title, and nothing
 * is a mere outline any more. Returns what is wrong with it, if anything. */
async ({ hash, failures }) => {
  const until = performance.now() + 30_000;
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  if (location.hash !== hash) {
    const changed = new Promise((done) => addEventListener('hashchange', done, { once: true }));
    location.hash = hash;
    await changed;
  }
  do {
    if (performance.now() > until) return 'stays an outline';
    await drawn();
  } while (document.querySelector('.skeleton') || !document.querySelector('main h1, header h1'));
  return failures.some((words) => document.body.innerText.includes(words)) ? 'could not be read' : '';
}
