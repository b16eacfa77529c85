import { computed } from '../../vendor/signals.js';
import { msLeftOfDay } from '../../lib/calendar.js';
import { accountId, inCommunity } from '../identity/session.js';
import { resource } from '../resource.js';
import { services } from '../services.js';
import { items, timeZone } from '../sync/outbox.js';

/**
 * @typedef {import('../../types/model.js').Today} Today
 * @typedef {import('../../types/model.js').TodayDoor} TodayDoor
 * @typedef {import('../../types/model.js').CareTask} CareTask
 */

const DOORS = 'today';
const TASKS = 'today-tasks';

/** What this volunteer has to do today; doors stay on the phone, care tasks only sealed and until midnight. */
export const todayResource = resource({
  name: () => DOORS,
  fetch: async () => /** @type {Today} */ ((await services.api.request('GET', inCommunity('/today'))).data),
  keep: keepToday,
  read: readToday,
});

export const reading = todayResource.reading;

/** @param {Today} today */
async function keepToday(today) {
  const account = accountId.peek();
  if (!account) return;
  const ends = services.clock.now() + msLeftOfDay(services.clock.now(), timeZone.peek());
  await services.cache.keep(account, DOORS, { ...today, care_tasks: [] });
  await services.cache.keepSealed(account, TASKS, today.care_tasks, ends);
}

/** @param {string} _key @param {string} account */
async function readToday(_key, account) {
  const copy = await services.cache.read(account, DOORS);
  const tasks = await services.cache.read(account, TASKS);
  return copy && { storedAt: copy.storedAt, value: /** @type {Today} */ ({ ...copy.value, care_tasks: tasks?.value ?? [] }) };
}

/** Households this phone recorded something about, whether or not the server has answered. */
const recordedDoors = computed(() => new Set(items.value
  .filter(({ kind, state }) => kind === 'door_visit' && state !== 'draft' && state !== 'refused')
  .map(({ order_key, recorded_at }) => `${order_key}@${recorded_at}`)));

/** @param {string} householdId @param {number | null} since ms */
function knockedSince(householdId, since) {
  return [...recordedDoors.value].some((entry) => {
    const [household, at] = entry.split('@');
    return household === householdId && Date.parse(at ?? '') >= (since ?? 0);
  });
}

/** Doors still to knock: what the server listed, less what was recorded since. */
export const doorsToKnock = computed(() => {
  const { value, storedAt } = reading.value;
  return (value?.doors ?? []).filter((door) => !door.left_alone && !knockedSince(door.household_id, storedAt));
});

/** Tasks whose visit is recorded on this phone are done for this person. */
export const tasksToDo = computed(() => {
  const visited = new Set(items.value
    .filter(({ kind, state }) => kind === 'assistance_visit' && state !== 'draft' && state !== 'refused')
    .map(({ about }) => about));
  return (reading.value.value?.care_tasks ?? []).filter(({ id, status }) => status !== 'done' && status !== 'cancelled' && !visited.has(id));
});

/** @param {string} canvassId */
export const canvassOf = (canvassId) => reading.value.value?.canvasses.find(({ id }) => id === canvassId) ?? null;

/** @param {string} householdId */
export const doorOf = (householdId) => reading.value.value?.doors.find(({ household_id }) => household_id === householdId) ?? null;

/** @param {string} taskId */
export const taskOf = (taskId) => reading.value.value?.care_tasks.find(({ id }) => id === taskId) ?? null;
