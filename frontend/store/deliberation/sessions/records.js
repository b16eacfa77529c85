import { isPending, needsAttention } from '../../../lib/outbox/item.js';
import { accountId } from '../../identity/session.js';
import { services } from '../../services.js';
import { items, newsOf } from '../../sync/outbox.js';
import { attach, newDraft, record } from '../../sync/record.js';
import { followed } from './room.js';

/**
 * What is recorded in the room goes through the outbox: kept on this phone first, sent when the room has a
 * network, in the order it happened.
 * @typedef {{ id: string, label: string }} Where the session, and how its line in the outbox is called
 */

/** @param {Where} where @param {string} kind @param {object} payload */
function made({ id, label }, kind, payload) {
  return newDraft({ kind, order_key: `session/${id}`, label, about: id, payload: { session_id: id, ...payload } });
}

/** @param {Where} where @param {{ account_id?: string, how?: 'room' | 'remote', here?: boolean, reason?: string }} [more] a reason for what is put right after the closing */
export const recordHere = (where, more = {}) =>
  record([made(where, 'session_attendance', { how: 'room', here: true, ...more, happened_at: services.clock.iso() })]);

/** @param {Where} where @param {string} agenda_item_id @param {'for' | 'against' | 'neutral'} side */
export const raiseToSpeak = (where, agenda_item_id, side) =>
  record([made(where, 'speaking_request', { agenda_item_id, side, happened_at: services.clock.iso() })]);

/** @param {Where} where @param {string} motion_id @param {'agree' | 'oppose' | 'abstain'} choice */
export const raiseHand = (where, motion_id, choice) => record([made(where, 'hand', { motion_id, choice })]);

/**
 * What the secretary does with the session, an item of its agenda, a speaker, or the hands that were tapped.
 * @typedef {'open' | 'recess' | 'close' | 'take_up' | 'call' | 'end_turn' | 'count_taps'} Step
 * @param {Where} where @param {Step} what @param {string | null} [about]
 */
export const stepAtDesk = (where, what, about = null) => record([made(where, 'desk_step', { what, about, happened_at: services.clock.iso() })]);

/**
 * A photo of the minutes: the signed page, the whiteboard.
 * @param {Where} where @param {Blob} file
 * @throws {Error} when it cannot be read as a photo
 */
export async function photographMinutes(where, file) {
  const item = await attach(made(where, 'minutes_photo', { taken_at: services.clock.iso() }), file);
  await record([{ ...item, payload: { ...item.payload, sha256: item.attachments[0]?.sha256 } }]);
}

/**
 * Photos of the minutes that the server's list cannot know of yet.
 * @param {string} id @param {{ id: string }[]} known @param {number | null} since ms, when the list was read
 */
export const photosHere = (id, known, since) => newsOf('minutes_photo', since)
  .filter((item) => item.about === id && !known.some((photo) => photo.id === item.id));

/** What this phone recorded of a session and the server does not have yet. @param {string} id @param {string} kind */
export const onTheirWay = (id, kind) => items.value.filter((item) => item.about === id && item.kind === kind && isPending(item));

/**
 * What the room that the server told last cannot hold yet: what waits here, and what arrived since it was asked.
 * @param {string} id @param {string} kind
 */
export const newsToRoom = (id, kind) => newsOf(kind, followed.value.room ? followed.value.asked : Infinity)
  .filter(({ about }) => about === id);

/** Who is there by what this phone knows: the server's list, and what is news to it. @param {string} id @param {string[]} here */
export function knownHere(id, here) {
  const known = new Set(here);
  for (const { payload } of newsToRoom(id, 'session_attendance')) {
    const who = payload?.account_id ?? accountId.value ?? '';
    if (payload?.here) known.add(who);
    else known.delete(who);
  }
  return known;
}

/**
 * The room by what this phone knows: as the server told it, and what the desk did since.
 * @typedef {import('../../../types/model.js').Room} Room
 * @param {string} id @param {Room} room @returns {Room}
 */
export const roomHere = (id, room) => newsToRoom(id, 'desk_step').reduce((now, { payload, recorded_at }) => after(now, payload, recorded_at), room);

/** @type {Record<string, Room['state']>} */
const COMES_TO = { open: 'in_session', recess: 'in_recess', close: 'closed' };

/** @param {Room} room @param {{ what: Step, about: string | null }} step @param {string} at @returns {Room} */
function after(room, { what, about }, at) {
  const state = COMES_TO[what];
  if (state) return { ...room, state };
  if (what === 'take_up') return { ...room, item_id: about, speaking: null, queue: about === room.item_id ? room.queue : [] };
  if (what === 'end_turn') return { ...room, speaking: room.speaking?.id === about ? null : room.speaking };
  const called = what === 'call' ? room.queue.find((one) => one.id === about) : null;
  return called ? { ...room, speaking: { ...called, called_at: at }, queue: room.queue.filter((one) => one !== called) } : room;
}

/** A motion whose hands were counted on this phone, by a count or by the taps. @param {string} id @param {string} motion */
export const countedHere = (id, motion) => newsToRoom(id, 'hand_count').some(({ payload }) => payload?.motion_id === motion)
  || newsToRoom(id, 'desk_step').some(({ payload }) => payload?.what === 'count_taps' && payload.about === motion);

/** What the server would not take of a session: why, and the words. @param {string} id */
export const refusedHere = (id) => items.value.filter((item) => item.about === id && needsAttention(item));

/** A motion that waits here: it can be counted before the server knows of it. @param {string} id */
export function motionHere(id) {
  const waiting = newsToRoom(id, 'motion').at(-1);
  return waiting ? { id: waiting.id, agenda_item_id: waiting.payload?.agenda_item_id ?? '', words: waiting.payload?.words ?? '' } : null;
}
