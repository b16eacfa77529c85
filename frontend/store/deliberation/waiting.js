import { read } from '../office/call.js';
import { resource } from '../resource.js';

/** What waits for this person in deliberation: on the phone, as the first screen is. */
export const waiting = resource({
  name: () => 'deliberation-waiting',
  fetch: async () => /** @type {import('../../types/model.js').Waiting} */ (await read('/deliberation/waiting')),
});
