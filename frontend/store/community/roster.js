import { signal } from '../../vendor/signals.js';
import { language } from '../../lib/i18n.js';
import { upload } from '../../lib/upload.js';
import { inCommunity } from '../identity/session.js';
import { looked, newId, read, readAll } from '../office/call.js';
import { services } from '../services.js';

/**
 * A roster on its way in: read, planned, looked at, brought in.
 * @typedef {{ index: number, header: string, field: string | null, sample: string }} Column
 * @typedef {{ name: string, use: boolean, kind: string, reason: string | null, header_row: number | null, columns: Column[] }} Sheet
 * @typedef {'read' | 'planning' | 'planned' | 'applying' | 'applied' | 'failed' | 'cancelled'} Status
 * @typedef {'create' | 'change' | 'unchanged' | 'missing' | 'review' | 'skipped' | 'warning'} Outcome
 * @typedef {{ action: 'skip' | 'correct', fields: Record<string, string>, accept: string[] }} Decision
 *
 * @typedef {object} Import
 * @property {string} id
 * @property {string} filename
 * @property {Status} status
 * @property {{ done: number, total: number }} progress
 * @property {Sheet[]} sheets
 * @property {string[]} fields
 * @property {Partial<Record<Outcome | 'suggestions' | 'buildings' | 'sold', number>>} summary
 * @property {string | null} [failure]
 * @property {string} created_at
 * @property {number} version
 *
 * @typedef {object} Issue
 * @property {string | null} column
 * @property {string | null} header
 * @property {string | null} field
 * @property {string | null} value
 * @property {string | null} code
 * @property {string | null} message
 *
 * @typedef {object} RowOnly
 * @property {string | null} row_id
 * @property {string | null} sheet
 * @property {number | null} row
 * @property {string | null} household_code
 * @property {{ field: string, before: unknown, after: unknown }[]} changes
 * @property {Decision | null} decision
 * @property {Issue[]} issues all of a row to review
 * @property {{ field: string, header: string | null, value: string }[]} cells of a row to review
 *
 * @typedef {Issue & RowOnly} PlanRow
 */

const PATH = '/roster-imports';
const LOOK_EVERY_MS = 1000;
/** Writing ten thousand homes may take this long on a small server. */
const LONG_MS = 180_000;

export const imports = looked(async () => /** @type {Import[]} */ ((await readAll(PATH)).reverse()));

/** The import on the screen. @type {import('../../vendor/signals.js').Signal<Import | null>} */
export const current = signal(null);

/** The rows of one outcome, as many pages as were asked for. */
export const rows = looked(readRows);

/** Which rows are on the screen. */
let shownKey = '';

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {Import} one */
const isMoving = ({ status }) => status === 'read' || status === 'planning' || status === 'applying';

/** Reads an import, and again while the server is at work on it. @param {string} id */
export async function watch(id) {
  clearTimeout(timer);
  if (current.peek()?.id !== id) current.value = null;
  timer = setTimeout(() => {}, 0);
  const mine = timer;
  const found = /** @type {Import} */ (await read(`${PATH}/${id}`));
  if (timer !== mine) return;
  const isNewPlan = current.peek()?.version !== found.version && !isMoving(found);
  current.value = found;
  if (isNewPlan && shownKey.startsWith(id)) void rows.load(shownKey);
  if (isMoving(found)) timer = setTimeout(() => void watch(id).catch(() => { timer = setTimeout(() => void watch(id), LOOK_EVERY_MS * 5); }), LOOK_EVERY_MS);
}

export function unwatch() {
  clearTimeout(timer);
  timer = undefined;
}

/** @param {string} key `id?outcome=review` */
async function readRows(key) {
  shownKey = key.split('&')[0] ?? '';
  const [id, query] = key.split('?');
  return { outcome: new URLSearchParams(query).get('outcome'), ...(/** @type {{ items: PlanRow[], next: string | null }} */ (await read(`${PATH}/${id}/rows?${query}&limit=100`))) };
}

/** More of the same rows. @param {string} key */
export async function moreRows(key) {
  const now = rows.reading.peek();
  if (!now.value?.next) return;
  const more = await readRows(`${key}&cursor=${encodeURIComponent(now.value.next)}`);
  rows.reading.value = { ...now, value: { ...more, items: [...now.value.items, ...more.items] } };
}

/**
 * @param {File} file
 * @param {{ onProgress: (share: number) => void, signal: AbortSignal }} how
 * @returns {Promise<Import>}
 */
export function sendRoster(file, how) {
  const query = new URLSearchParams({ id: newId(), filename: file.name });
  return upload(inCommunity(`${PATH}?${query}`), file, { ...how, language: language() });
}

/** @param {Import} one @param {string} method @param {string} path @param {object} body */
async function change(one, method, path, body) {
  await services.api.request(method, inCommunity(`${PATH}/${one.id}${path}`), { body, ifMatch: `"${one.version}"` });
  await watch(one.id);
}

/** How the sheets are read, put right; it is planned again. @param {Import} one @param {object[]} sheets */
export const correctSheets = (one, sheets) => change(one, 'PATCH', '', { sheets });

/** What a person decided about rows; it is planned again. @param {Import} one @param {Record<string, Decision>} decided */
export const decide = (one, decided) =>
  change(one, 'PUT', '/decisions', { decisions: Object.entries(decided).map(([row_id, decision]) => ({ row_id, ...decision })) });

/** @param {Import} one @param {'application' | 'cancellation'} verb @param {string} key */
export async function settle(one, verb, key) {
  await services.api.request('POST', inCommunity(`${PATH}/${one.id}/${verb}`), { body: {}, idempotencyKey: key, ifMatch: `"${one.version}"`, timeoutMs: LONG_MS });
  await watch(one.id);
}

/** Rows that wait for a person, as a workbook. @param {Import} one @returns {Promise<ArrayBuffer>} */
export const refusedRows = (one) => services.api.bytes(inCommunity(`${PATH}/${one.id}/refused.xlsx`));
