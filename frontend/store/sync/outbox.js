import { computed, signal } from '../../vendor/signals.js';
import { dateIn } from '../../lib/calendar.js';
import { isNewsSince, needsAttention } from '../../lib/outbox/item.js';
import { summaryOf } from '../../lib/outbox/summary.js';
import { accountId, community } from '../identity/session.js';
import { services } from '../services.js';

/**
 * The outbox as the screens see it.
 * @typedef {import('../../lib/outbox/item.js').Item} Item
 */

/** Of this account, drafts included; payloads of sealed kinds stay closed. @type {import('../../vendor/signals.js').Signal<Item[]>} */
export const items = signal([]);

/** What was recorded of a kind which something the server was asked for at `since` (ms) cannot hold yet. @param {string} kind @param {number | null} since */
export const newsOf = (kind, since) => items.value.filter((item) => item.kind === kind && isNewsSince(item, since));

/** Ids of what was recorded last on this screen. @type {import('../../vendor/signals.js').Signal<string[]>} */
export const lastRecorded = signal([]);

export const timeZone = computed(() => community.value?.time_zone ?? 'Asia/Shanghai');

/** Set anew at every change and at midnight's first touch. */
export const today = signal('');

export const summary = computed(() => summaryOf(items.value, today.value, timeZone.value));
export const attention = computed(() => items.value.filter(needsAttention));
export const drafts = computed(() => items.value.filter(({ state }) => state === 'draft'));

/** Reads the outbox again; called after every change here and in other tabs. */
export async function reload() {
  today.value = dateIn(services.clock.now(), timeZone.value);
  const account = accountId.peek();
  items.value = account ? await services.box.all(account) : [];
}

/** @param {string} id */
export const readItem = async (id) => (accountId.peek() ? services.box.read(accountId.peek() ?? '', id) : null);

/** Throws a draft away. @param {Item} item */
export const discard = (item) => services.box.remove(item);
