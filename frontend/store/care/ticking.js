import { signal } from '../../vendor/signals.js';

/** Doors ticked for one stroke; null while doors are opened one by one. @type {import('../../vendor/signals.js').Signal<Set<string> | null>} */
export const ticked = signal(null);

export const startTicking = () => { ticked.value = new Set(); };
export const stopTicking = () => { ticked.value = null; };

/** All of them on, or, when all are on already, all off. @param {string[]} ids */
export function toggle(ids) {
  const now = ticked.value;
  if (!now) return;
  const allOn = ids.every((id) => now.has(id));
  const next = new Set(now);
  for (const id of ids) allOn ? next.delete(id) : next.add(id);
  ticked.value = next;
}

/** One more, and never one less: what a sweep passes. @param {string} id */
export function tickAlso(id) {
  if (ticked.value) ticked.value = new Set([...ticked.value, id]);
}
