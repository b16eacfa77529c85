/**
 * Photos and voice notes on their way into the form on the screen: a phone needs a moment to shrink one.
 * Whoever taps "done" within that moment means it to be sent along.
 * @type {Set<Promise<boolean>>}
 */
const arriving = new Set();

/** @param {unknown} adding what the form does with a file; false where it could not take it */
export function arrive(adding) {
  const one = Promise.resolve(adding).then((taken) => taken !== false, () => false).finally(() => arriving.delete(one));
  arriving.add(one);
}

/** Waits for all of them. @returns {Promise<boolean>} false where one could not be taken; the form says so */
export const allArrived = async () => (await Promise.all(arriving)).every(Boolean);
