import { signal } from '../vendor/signals.js';

/**
 * Something to say about what was just done: here, or on the screen that follows where the program goes on to
 * it; gone with the next one. What changes while it is said is a function; null says nothing.
 * @typedef {string | (() => string | null)} Words
 * @type {import('../vendor/signals.js').Signal<{ words: Words, stands: 'said' | 'carried' | 'shown' } | null>}
 */
export const said = signal(null);

/** @param {Words} words */
export const say = (words) => { said.value = { words, stands: 'said' }; };

export const unsay = () => { said.value = null; };

/** The screen changes. */
export function passOn() {
  const now = said.peek();
  said.value = now?.stands === 'carried' ? { ...now, stands: 'shown' } : null;
}

/** Goes along to the screen that follows. */
function carry() {
  const now = said.peek();
  if (now?.stands === 'said') said.value = { ...now, stands: 'carried' };
}

/** @param {string} href `#/buildings/42` */
export function go(href) {
  carry();
  globalThis.location.hash = href.replace(/^#/, '');
}

/** Goes there without leaving the screen just finished in the history. @param {string} href */
export function goInstead(href) {
  carry();
  globalThis.location.replace(href);
}
