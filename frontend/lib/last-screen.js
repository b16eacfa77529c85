const NAME = 'linli.last';

/**
 * What stood on the first screen when it was last looked at: shown before the program has started, while the
 * phone's database is still being opened. Its links work already. What is sealed is not in it, and it ends
 * with the day, with another look, and when somebody leaves.
 */

/** @param {Window} view @param {HTMLElement} root */
export function showLast(view, root) {
  const last = read(view);
  if (last && isFirst(view) && last.until > Date.now() && last.look === lookOf(root)) root.innerHTML = last.markup;
}

/** @param {Window} view @param {HTMLElement} root @param {number} until ms */
export function noteLast(view, root, until) {
  if (!isFirst(view) || root.querySelector('.skeleton') || !root.querySelector('nav')) return;
  const copy = /** @type {HTMLElement} */ (root.cloneNode(true));
  for (const told of copy.querySelectorAll('[role="status"]')) told.remove();
  for (const sealed of copy.querySelectorAll('[data-sealed]')) {
    sealed.innerHTML = `<div class="skeleton">${'<i></i>'.repeat(sealed.querySelectorAll('.card').length)}</div>`;
  }
  try {
    view.localStorage.setItem(NAME, JSON.stringify({ markup: copy.innerHTML, until, look: lookOf(root) }));
  } catch {
    // Full or forbidden storage costs a moment at the next start, nothing else.
  }
}

/** @param {Window} view */
export function dropLast(view) {
  try {
    view.localStorage.removeItem(NAME);
  } catch {
    // Where storage is forbidden nothing was kept.
  }
}

/** @param {Window} view */
const isFirst = (view) => ['', '#/'].includes(view.location.hash);

/** @param {HTMLElement} root */
const lookOf = ({ ownerDocument: { documentElement: { lang, dataset } } }) => `${lang} ${dataset.mode}`;

/** @param {Window} view @returns {{ markup: string, until: number, look: string } | null} */
function read(view) {
  try {
    return JSON.parse(view.localStorage.getItem(NAME) ?? 'null');
  } catch {
    return null;
  }
}
