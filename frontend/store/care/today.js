import { computed } from '../../vendor/signals.js';
import { dateIn, msLeftOfDay } from '../../lib/calendar.js';
import { isNewsSince } from '../../lib/outbox/item.js';
import { accountId, inCommunity } from '../identity/session.js';
import { resource } from '../resource.js';
import { services } from '../services.js';
import { items, timeZone, today } from '../sync/outbox.js';

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
  const [copy, tasks] = await Promise.all([services.cache.read(account, DOORS), services.cache.read(account, TASKS)]);
  return copy && { storedAt: copy.storedAt, value: /** @type {Today} */ ({ ...copy.value, care_tasks: tasks?.value ?? [] }) };
}

/**
 * Subjects of this phone's records that the server's list of `since` cannot know of yet.
 * @param {string} kind
 * @param {number | null} since
 * @param {(item: import('../../lib/outbox/item.js').Item) => string | null} subject
 */
const newlyRecorded = (kind, since, subject) =>
  new Set(items.value.filter((item) => item.kind === kind && isNewsSince(item, since)).map(subject));

/** Doors still to knock: what the server listed, less what was recorded since. */
export const doorsToKnock = computed(() => {
  const { value, storedAt } = reading.value;
  const knocked = newlyRecorded('door_visit', storedAt, ({ order_key }) => order_key);
  return (value?.doors ?? []).filter((door) => !door.left_alone && !knocked.has(door.household_id));
});

/** Care tasks still to do, likewise; yesterday's are nobody's any more, also while the screen stays open. */
export const tasksToDo = computed(() => {
  const { value, storedAt } = reading.value;
  if (dateIn(storedAt ?? services.clock.now(), timeZone.value) !== today.value) return [];
  const visited = newlyRecorded('assistance_visit', storedAt, ({ about }) => about);
  return (value?.care_tasks ?? []).filter(({ id, status }) => status !== 'done' && status !== 'cancelled' && !visited.has(id));
});

/** Whoever can, goes. */
export const offeredTasks = computed(() => tasksToDo.value.filter(({ status }) => status === 'offered'));

/** What is given to this person. */
export const myTasks = computed(() => tasksToDo.value.filter(({ status }) => status !== 'offered'));

/** Of these, what wants something today: it is due, or nobody has said yet whether they will go. */
export const myTasksToday = computed(() =>
  myTasks.value.filter(({ status, due_from }) => status === 'assigned' || dateIn(Date.parse(due_from), timeZone.value) <= today.value));

/** @param {string} canvassId */
export const canvassOf = (canvassId) => reading.value.value?.canvasses.find(({ id }) => id === canvassId) ?? null;

/** @param {string} householdId */
export const doorOf = (householdId) => reading.value.value?.doors.find(({ household_id }) => household_id === householdId) ?? null;

/** @param {string} taskId */
export const taskOf = (taskId) => reading.value.value?.care_tasks.find(({ id }) => id === taskId) ?? null;
