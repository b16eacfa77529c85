import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { may } from '../../../store/identity/session.js';
import { mandates } from '../../../store/deliberation/representatives/mandates.js';
import { positionPicture } from '../../../store/deliberation/proposals/proposals.js';
import { answerComment } from '../../../store/deliberation/proposals/saying.js';
import { buildingPicture } from '../../../ui/building/picture.js';
import { sweep } from '../../../ui/building/sweep.js';
import { chooseSeveral } from '../../../ui/choices.js';
import { commentDraft } from '../../../store/deliberation/proposals/saying.js';
import { POSITION_MARKS } from './words.js';

/**
 * For which homes a comment speaks: one's own; a representative ticks those of the building who said so.
 * @typedef {import('../../../store/deliberation/proposals/saying.js').CommentForm} CommentForm
 */

export const speaksForBuilding = () => may('deliberation:home:speak-for') && positionPicture.reading.value.value !== null;

/** @param {string} id of the proposal */
export async function prepareHomes(id) {
  if (!may('deliberation:home:speak-for')) return;
  await mandates.load();
  const mine = mandates.reading.peek().value?.find(({ is_me, standing }) => is_me && standing === 'in_force');
  if (mine) await positionPicture.load(JSON.stringify({ id, building: mine.building_id }));
}

/** @param {string[]} ids all on, or, when all are on already, all off */
function toggle(ids) {
  const now = new Set(commentDraft.peek()?.form.speaks_for);
  const allOn = ids.every((id) => now.has(id));
  for (const id of ids) allOn ? now.delete(id) : now.add(id);
  answerComment({ speaks_for: [...now] });
}

const sweepHandlers = sweep((id) => answerComment({ speaks_for: [...new Set([...commentDraft.peek()?.form.speaks_for ?? [], id])] }));

/** @param {CommentForm} form @param {import('../../../types/model.js').OwnHome[]} homes */
export function homesQuestion(form, homes) {
  const picture = speaksForBuilding() ? positionPicture.reading.value.value : null;
  const n = form.speaks_for.length;
  return html`<div class="stack">
    ${homes.length ? chooseSeveral({ id: 'homes', legend: t('proposals.for_my_home'), values: form.speaks_for, options: homes.map(({ household_id, code }) => ({ value: household_id, label: code })), onChange: (speaks_for) => answerComment({ speaks_for }) }) : null}
    ${picture ? html`<section class="stack-tight"><h2>${t('proposals.for_which_homes')}</h2>
      <p class="soft">${t('proposals.for_which_homes_more')}</p>
      <p aria-live="polite"><b>${t('proposals.homes_ticked', { n })}</b></p>
      ${buildingPicture({
        stairwells: picture.stairwells.map((one) => ({ ...one, doors: one.doors.map((door) => ({ ...door, mark: door.mark === 'none' ? 'unknown' : POSITION_MARKS[door.mark] })) })),
        hrefOf: () => null,
        wordsOf: (door) => t(form.speaks_for.includes(door.household_id) ? 'proposals.ticked' : 'proposals.not_ticked'),
        ticking: { ticked: new Set(form.speaks_for), toggle, sweep: sweepHandlers },
      })}</section>` : null}</div>`;
}
