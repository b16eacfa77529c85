import { html } from '../lib/html.js';

/**
 * The drawn mark of each state: told apart by shape alone, in grey, on paper and by eyes that mix up red
 * and green.
 * @type {Record<string, unknown>}
 */
const SHAPES = {
  check: html`<path d="M4 12.5 9.5 18 20 6.5" />`,
  half: html`<circle cx="12" cy="12" r="8" /><path class="solid" d="M12 4a8 8 0 0 1 0 16Z" />`,
  bang: html`<path d="M12 4v10M12 19.5v.1" stroke-width="4" />`,
  cross: html`<path d="m6 6 12 12M18 6 6 18" />`,
  dash: html`<path d="M5 12h14" stroke-width="4" />`,
  wave: html`<path d="M3 14c3-6 6-6 9-2s6 4 9-2" />`,
  plus: html`<path d="M12 4v16M4 12h16" stroke-width="4" />`,
  up: html`<path d="M12 20V5M5.5 11.5 12 5l6.5 6.5" />`,
  ring: html`<circle cx="12" cy="12" r="8" />`,
  dot: html`<circle class="solid" cx="12" cy="12" r="3.5" />`,
};

/** @type {Record<string, keyof typeof SHAPES>} */
const OF_STATE = {
  talked: 'check', tried: 'half', escalated: 'bang', left_alone: 'dash', none: 'ring', not_assigned: 'dot',
  support: 'check', undecided: 'wave', oppose: 'cross', unknown: 'ring',
  need: 'plus', urgent: 'bang',
  occupied: 'dot', rented: 'dot', empty: 'dash',
  share_none: 'dash', share_low: 'dot', share_middle: 'half', share_high: 'up',
  received: 'check', waiting: 'up', attention: 'bang', draft: 'wave',
};

/** @param {string} state */
export const mark = (state) => html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true">${SHAPES[OF_STATE[state] ?? 'ring']}</svg>`;

/**
 * A state in words, with its colour and mark.
 * @param {string} state
 * @param {string} words
 */
export const chip = (state, words) => html`<span class=${`chip state state-${state}`}>${mark(state)}${words}</span>`;

/** A state as a small door: what stands before a line in a list and in a legend. @param {string} state */
export const swatch = (state) => html`<span class=${`swatch state state-${state}`}>${mark(state)}</span>`;
