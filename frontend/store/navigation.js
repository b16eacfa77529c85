import { signal } from '../vendor/signals.js';

/**
 * Something to say about what was just done: on the screen that follows, and gone with the next one. What
 * changes while it is said is a function; null says nothing.
 * @typedef {string | (() => string | null)} Words
 * @type {import('../vendor/signals.js').Signal<{ words: Words, fresh: boolean } | null>}
 */
export const said = signal(null);

/** @param {Words} words */
export const say = (words) => { said.value = { words, fresh: true }; };

export const unsay = () => { said.value = null; };

/** The screen changes. */
export function passOn() {
  said.value = said.peek()?.fresh ? { words: said.peek()?.words ?? '', fresh: false } : null;
}

/** @param {string} href `#/buildings/42` */
export function go(href) {
  globalThis.location.hash = href.replace(/^#/, '');
}

/** Goes there without leaving the screen just finished in the history. @param {string} href */
export function goInstead(href) {
  globalThis.location.replace(href);
}
