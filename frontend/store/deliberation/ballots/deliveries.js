import { attachReady, newDraft, record } from '../../sync/record.js';
import { isNewsSince } from '../../../lib/outbox/item.js';
import { looked, read } from '../../office/call.js';
import { services } from '../../services.js';

/**
 * Who brought which ballot, when and how: kept on the phone first, sent when it can be.
 * @typedef {import('./rounds.js').Schemas} Schemas
 * @typedef {Schemas['DeliveryIn']['how']} How
 */

const KIND = 'ballot_delivery';

/** What is known of one door; the key is `round/household`. */
export const doorDeliveries = looked(async (key) => {
  const [id, household] = key.split('/');
  return /** @type {Schemas['DeliveryOut'][]} */ ((await read(`/ballot-rounds/${id}/deliveries?household_id=${household}`)).items);
});

/**
 * One stroke for several doors: each becomes a delivery of its own, with the photos, which were shrunk once.
 * @param {string} roundId
 * @param {{ household: string, label: string }[]} doors
 * @param {{ how: How, signed: boolean, note: string, photos: import('../../../lib/photos.js').Prepared[] }} what
 */
export async function recordDeliveries(roundId, doors, { how, signed, note, photos }) {
  const delivered_at = services.clock.iso();
  const items = doors.map(({ household, label }) => newDraft({
    kind: KIND, order_key: household, label, about: roundId,
    payload: { round_id: roundId, household_id: household, how, delivered_at, signed, note: note || null },
  }));
  await record(await Promise.all(items.map((item) => attachReady(item, photos))));
}

/** Doors whose delivery the server's picture cannot know of yet. @param {import('../../../lib/outbox/item.js').Item[]} items @param {string} roundId @param {number | null} since */
export const broughtSince = (items, roundId, since) =>
  new Set(items.filter((item) => item.kind === KIND && item.about === roundId && isNewsSince(item, since)).map(({ order_key }) => order_key));
