import { signal } from '../../../vendor/signals.js';
import { NotReached, Problem } from '../../../lib/problem.js';
import { inCommunity } from '../../identity/session.js';
import { services } from '../../services.js';
import { createDraft } from '../../sync/draft.js';
import { discard } from '../../sync/outbox.js';

/**
 * Minutes while they are written. Every stroke is kept on this phone, beside the version it was written on;
 * the server is sent the whole text under that version. When somebody saved meanwhile, both texts stay in
 * sight until the secretary has made one of them.
 * @typedef {{ text: string, seen: number, dirty: boolean }} Form
 * @typedef {'saved' | 'saving' | 'on_phone' | 'refused'} Standing
 */

const SEND_AFTER_MS = 2500;
const AGAIN_AFTER_MS = 6000;

/** @type {ReturnType<typeof createDraft<Form>>} */
const drafts = createDraft('minutes');
export const minutesDraft = drafts.draft;

/** @type {import('../../../vendor/signals.js').Signal<{ standing: Standing, theirs: { text: string, number: number, saved_by_name: string | null } | null, problem: unknown }>} */
export const minutesState = signal({ standing: 'saved', theirs: null, problem: null });

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let session = '';

const path = () => inCommunity(`/sessions/${session}/minutes`);

/** @param {string} id @param {string} label */
export async function openMinutes(id, label) {
  session = id;
  minutesState.value = { standing: 'saved', theirs: null, problem: null };
  await drafts.open({ order_key: `session/${id}`, label, about: id }, () => ({ text: '', seen: 0, dirty: false }));
  globalThis.addEventListener('online', sendMinutes);
  if (minutesDraft.peek()?.form.dirty) return sendMinutes();
  return adopt();
}

export function closeMinutes() {
  clearTimeout(timer);
  globalThis.removeEventListener('online', sendMinutes);
  drafts.close();
  session = '';
}

/** What the server has, where nothing of this phone stands against it. */
async function adopt() {
  const mine = session;
  try {
    const { data } = await services.api.request('GET', path());
    if (session === mine && !minutesDraft.peek()?.form.dirty) show({ text: data.text, seen: data.number, dirty: false });
  } catch (error) {
    notReached(error);
  }
}

/** Not written to the phone: it is the server's. @param {Form} form */
function show(form) {
  const open = minutesDraft.peek();
  if (open) minutesDraft.value = { ...open, form };
}

/** @param {string} text */
export function writeMinutes(text) {
  drafts.answer({ text, dirty: true });
  if (!minutesState.peek().theirs) minutesState.value = { ...minutesState.peek(), standing: 'on_phone' };
  later(SEND_AFTER_MS);
}

/** @param {number} ms */
function later(ms) {
  clearTimeout(timer);
  timer = setTimeout(() => void sendMinutes(), ms);
}

/** Sends the text as it is now; what is written meanwhile goes with the next. */
export async function sendMinutes() {
  clearTimeout(timer);
  const open = minutesDraft.peek();
  if (!open?.form.dirty || minutesState.peek().theirs || minutesState.peek().standing === 'saving') return;
  const { text, seen } = open.form;
  const mine = session;
  await drafts.save();
  minutesState.value = { standing: 'saving', theirs: null, problem: null };
  try {
    const { data } = await services.api.request('PUT', path(), { body: { text }, ifMatch: `"${seen}"` });
    if (session === mine) await saved(text, data.number);
  } catch (error) {
    if (session === mine) await unsaved(error);
  }
}

/** @param {string} text @param {number} number */
async function saved(text, number) {
  const open = minutesDraft.peek();
  if (!open) return;
  const newer = open.form.text !== text;
  show({ ...open.form, seen: number, dirty: newer });
  minutesState.value = { standing: newer ? 'on_phone' : 'saved', theirs: null, problem: null };
  if (newer) {
    await drafts.save();
    later(SEND_AFTER_MS);
  } else {
    await discard(open.item);
  }
}

/** @param {unknown} error */
async function unsaved(error) {
  if (error instanceof Problem && error.status === 412) return beside();
  notReached(error);
  if (error instanceof Problem && error.status < 500) minutesState.value = { standing: 'refused', theirs: null, problem: error };
  else later(AGAIN_AFTER_MS);
  return undefined;
}

/** @param {unknown} error */
function notReached(error) {
  if (!(error instanceof NotReached || error instanceof Problem)) throw error;
  if (minutesDraft.peek()?.form.dirty) minutesState.value = { standing: 'on_phone', theirs: null, problem: null };
}

/** Somebody saved meanwhile: their text beside this one. */
async function beside() {
  try {
    const { data } = await services.api.request('GET', path());
    const same = data.text === minutesDraft.peek()?.form.text;
    if (same) return saved(data.text, data.number);
    minutesState.value = { standing: 'on_phone', theirs: { text: data.text, number: data.number, saved_by_name: data.saved_by_name }, problem: null };
  } catch (error) {
    notReached(error);
    later(AGAIN_AFTER_MS);
  }
  return undefined;
}

/** Made one of both texts: it is saved on top of theirs, which the server keeps as a version. @param {string} text */
export async function settleMinutes(text) {
  const { theirs } = minutesState.peek();
  if (!theirs) return;
  minutesState.value = { standing: 'on_phone', theirs: null, problem: null };
  drafts.answer({ text, seen: theirs.number, dirty: true });
  await sendMinutes();
}
