import { NotReached, Problem } from '../../lib/problem.js';
import { services } from '../services.js';
import { changeLook } from './look.js';
import { adopt, me } from './session.js';

/**
 * Takes effect on this phone at once; the account remembers it as soon as the server is reached.
 * @param {Partial<{ language: import('../../types/model.js').Language, elder_mode: boolean }>} change
 */
export async function prefer(change) {
  changeLook(change);
  const known = me.value;
  if (!known) return;
  try {
    const { data } = await services.api.request('PATCH', '/preferences', {
      body: change, ifMatch: `"${known.preferences.version}"`,
    });
    await adopt({ ...known, preferences: data });
  } catch (error) {
    if (!(error instanceof NotReached || error instanceof Problem)) throw error;
  }
}
