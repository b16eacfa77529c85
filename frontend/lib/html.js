import htm from '../vendor/htm.js';
import { h } from '../vendor/preact.js';

/**
 * A piece of screen. Views and parts are plain functions that return one.
 * @typedef {import('../vendor/preact.js').ComponentChildren} Piece
 */

/** @type {(strings: TemplateStringsArray, ...values: any[]) => Piece} */
export const html = htm.bind(/** @type {any} */ (h));
