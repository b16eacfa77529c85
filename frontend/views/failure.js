import { tCode } from '../lib/i18n.js';
import { NotReached, Problem } from '../lib/problem.js';

/**
 * What went wrong, in words a neighbour can use. The server's own words come first: it speaks the
 * reader's language.
 * @param {unknown} error
 */
export function failureWords(error) {
  if (error instanceof Problem) return error.detail || error.title || tCode('problem', error.code, 'problem.other');
  if (error instanceof NotReached) return tCode('not_reached', error.reason, 'not_reached.offline');
  throw error;
}
