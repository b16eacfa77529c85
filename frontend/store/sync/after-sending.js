import { computed, effect, untracked } from '../../vendor/signals.js';
import { sendingState } from './standing.js';

const at = computed(() => sendingState.value.at);

/**
 * Reads now, and anew after each sending: what was received is then in what is read.
 * @param {() => unknown} read
 * @returns {() => void} ends it
 */
export const afterEachSending = (read) => effect(() => {
  void at.value;
  untracked(read);
});
