import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { dropPictures } from '../../../store/deliberation/pictures.js';
import { assembly } from '../../../store/deliberation/representatives/mandates.js';
import { readAloud, stopReading } from '../../../ui/read-aloud.js';
import { shown } from '../../reading.js';
import { picture } from '../picture.js';
import { longDay } from './words.js';

/**
 * What a building's assembly decided, in its own minutes, with photos of the signed paper.
 * @typedef {import('../../../types/model.js').Assembly} Assembly
 */

/** @param {import('../../../lib/router.js').Place} place */
export const enter = ({ params }) => assembly.load(params.id);

export function leave() {
  stopReading();
  assembly.forget();
  dropPictures();
}

/** @param {import('../../../lib/router.js').Place} place */
export const view = ({ params }) => ({
  title: t('representatives.minutes'), back: '#/deliberation/representatives',
  body: shown(assembly.reading.value, told, () => assembly.load(params.id)),
});

/** @param {Assembly} one */
const told = (one) => html`<article class="stack">
  <p><b>${t(`representatives.assembly.${one.purpose}`)}</b> ${t('representatives.assembly_votes', { day: longDay(one.held_on), homes: one.homes, took: one.took_part, agreed: one.agreed })}</p>
  <p class="minutes-text wording">${one.minutes}</p>
  ${readAloud(one.id, () => one.minutes)}
  ${one.attachments.map((file, at) => picture(file, t('representatives.assembly_photo', { n: at + 1 })))}</article>`;
