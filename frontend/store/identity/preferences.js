import { NotReached, Problem } from '../../lib/problem.js';
import { services } from '../services.js';
import { changeLook, look } from './look.js';
import { adoptChoice, me } from './session.js';

/** @typedef {NonNullable<import('./look.js').Look['unsent']>} Change */

/** Takes effect on this phone at once; the account remembers it as soon as the server is reached. @param {Change} change */
export async function prefer(change) {
  changeLook({ ...change, unsent: me.peek() ? { ...look.peek().unsent, ...change } : null });
  await sendPreferences();
}

/** Called again whenever the session was heard of. */
export async function sendPreferences() {
  const [known, { unsent }] = [me.peek(), look.peek()];
  if (!known || !unsent) return;
  try {
    const { data } = await services.api.request('PATCH', '/preferences', { body: unsent, ifMatch: `"${known.preferences.version}"` });
    if (look.peek().unsent === unsent) changeLook({ unsent: null });
    await adoptChoice(known, data);
  } catch (error) {
    if (!(error instanceof NotReached || error instanceof Problem)) throw error;
    // Changed elsewhere meanwhile (412): sent again with the next version. Anything else is not worth insisting on.
    if (error instanceof Problem && error.status !== 412) changeLook({ unsent: null });
  }
}
