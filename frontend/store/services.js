/**
 * What the stores work with: the phone's database, the way to the server, the outbox. Made once, by
 * connect.js, which follows the first screen.
 * @typedef {Awaited<ReturnType<typeof import('./connect.js').connect>>} Services
 */

/** @type {Services} */
export let services;

/** @type {(value?: unknown) => void} */
let tell;

/** For what the first screen may ask before the phone's database is open. */
export const connected = new Promise((resolve) => { tell = resolve; });

/** @param {Services} made */
export function provide(made) {
  services = made;
  tell();
}
