const NAME = 'linli.seen';

/**
 * Whether somebody is at home on this phone, known before its database is open. Only a hint for what to
 * draw first.
 * @param {Window} view
 */
export function wasSeen(view) {
  try {
    return view.localStorage.getItem(NAME) !== null;
  } catch {
    return false;
  }
}

/** @param {Window} view @param {string | null} account */
export function noteSeen(view, account) {
  try {
    if (account) view.localStorage.setItem(NAME, '1');
    else view.localStorage.removeItem(NAME);
  } catch {
    // Forbidden storage costs a blink at the start, nothing else.
  }
}
