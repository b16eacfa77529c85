import { signal } from '../../vendor/signals.js';
import { msLeftOfDay } from '../../lib/calendar.js';
import { accountId } from '../identity/session.js';
import { services } from '../services.js';
import { timeZone } from '../sync/outbox.js';

/**
 * What a person has decided about rows of an import and not yet sent: kept on the phone, sealed and until
 * midnight, so that nothing is lost when the page is.
 * @typedef {import('./roster.js').Decision} Decision
 */

/** By row. @type {import('../../vendor/signals.js').Signal<Record<string, Decision>>} */
export const decided = signal({});

/** @param {string} importId */
const name = (importId) => `roster-decisions:${importId}`;

/** @param {string} importId */
export async function openDecisions(importId) {
  decided.value = (await services.cache.read(accountId.peek() ?? '', name(importId)))?.value ?? {};
}

/** @param {string} importId @param {Record<string, Decision>} all */
async function keep(importId, all) {
  decided.value = all;
  const now = services.clock.now();
  await services.cache.keepSealed(accountId.peek() ?? '', name(importId), all, now + msLeftOfDay(now, timeZone.peek()));
}

/** @param {string} importId @param {string} rowId @param {Decision} decision */
export const noteDecision = (importId, rowId, decision) => keep(importId, { ...decided.peek(), [rowId]: decision });

/** @param {string} importId */
export const forgetDecisions = (importId) => keep(importId, {});
