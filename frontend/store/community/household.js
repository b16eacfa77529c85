import { inCommunity, may } from '../identity/session.js';
import { resource } from '../resource.js';
import { services } from '../services.js';

/**
 * A door, and what was recorded there. Read only with a network: people's names are not kept on the phone.
 * @typedef {{ household: import('../../types/model.js').Household, visits: import('../../types/model.js').VisitOfHousehold[] }} Told
 */

export const household = resource({
  name: (id) => `household:${id}`,
  fetch: async (id) => /** @type {Told} */ ({
    household: (await services.api.request('GET', inCommunity(`/households/${id}`))).data,
    visits: may('care:door-visit:see') ? (await services.api.request('GET', inCommunity(`/households/${id}/door-visits`))).data.items : [],
  }),
  keep: async () => {},
  read: async () => null,
});
