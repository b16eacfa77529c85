import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { canSendFiles } from '../../../store/office/files.js';
import { today } from '../../../store/sync/outbox.js';
import { textArea, textField } from '../../../ui/field.js';
import { photoPart } from '../../office/photo-part.js';

/**
 * @typedef {import('../../../store/office/files.js').Kept} Kept
 * What the minutes of a building's assembly say: when, how many, and in words.
 * @typedef {{ held_on: string, took_part: string, agreed: string, minutes: string, photos: Kept[] }} Minutes
 */

/** @returns {Minutes} */
export const emptyMinutes = () => ({ held_on: '', took_part: '', agreed: '', minutes: '', photos: [] });

/**
 * @param {Parameters<typeof photoPart>[0] & { state: import('../../../vendor/signals.js').Signal<{ values: any }>, field: (name: any) => any }} form
 * @returns {import('../../../ui/questions.js').Question[]}
 */
export const assemblyQuestions = (form) => [
  { id: 'held_on', errors: () => need(form, 'held_on', t('representatives.error.day')),
    body: () => textField({ ...form.field('held_on'), type: 'date', max: today.value, label: t('representatives.held_on') }) },
  { id: 'votes', errors: () => votesErrors(form), body: () => html`<div class="stack"><p class="soft">${t('representatives.half')}</p><div class="pair">
    ${textField({ ...form.field('took_part'), label: t('representatives.took_part'), inputmode: 'numeric' })}
    ${textField({ ...form.field('agreed'), label: t('representatives.agreed'), inputmode: 'numeric' })}</div></div>` },
  { id: 'minutes', errors: () => need(form, 'minutes', t('representatives.error.minutes')),
    body: () => textArea({ ...form.field('minutes'), label: t('representatives.minutes'), hint: t('representatives.minutes_hint'), rows: 6 }) },
  ...(canSendFiles() ? [{ id: 'photos', body: () => photoPart(form, t('representatives.minutes_photos')) }] : []),
];

/** @param {{ state: { peek: () => { values: any } } }} form @param {string} name @param {string} words @returns {Record<string, string>} */
export const need = (form, name, words) => (String(form.state.peek().values[name]).trim() ? {} : { [name]: words });

/** @param {{ state: { peek: () => { values: any } } }} form @returns {Record<string, string>} */
function votesErrors(form) {
  const { took_part, agreed } = form.state.peek().values;
  if (!/^\d+$/.test(took_part.trim())) return { took_part: t('representatives.error.number') };
  return /^\d+$/.test(agreed.trim()) ? {} : { agreed: t('representatives.error.number') };
}

/** As the server takes it, the photos apart. @param {Minutes} values */
export const minutesBody = ({ held_on, took_part, agreed, minutes }) => ({
  held_on, took_part: Number(took_part), agreed: Number(agreed), minutes: minutes.trim(),
});
