import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { changeShare, doorsOf, leaveOut, proposal } from '../../../store/care/canvass/assignments.js';
import { button } from '../../../ui/button.js';
import { selectField } from '../../../ui/field.js';
import { rangeWords } from './range.js';

/**
 * @typedef {import('../../../store/care/canvass/assignments.js').Share} Share
 * @typedef {import('../../../store/identity/team.js').Member} Member
 */

/**
 * One person's part of a proposal; each piece can go to somebody else, be made smaller or larger, or be left out.
 * @param {{ account: string, members: Member[], isShown: boolean, onShow: () => void }} props
 */
export function shareFields({ account, members, isShown, onShow }) {
  const own = proposal.value.shares.filter(({ account_id }) => account_id === account);
  const doors = own.reduce((sum, share) => sum + doorsOf(share).length, 0);
  const name = members.find(({ account_id }) => account_id === account)?.display_name ?? '';
  return html`<section class=${`card${isShown ? ' card-on' : ''}`} key=${account}><div class="stack-tight">
    <div class="row-apart"><h3>${name}</h3><b class="numbers">${t('office.people.doors', { n: doors })}</b></div>
    ${own.map((share) => html`<details key=${share.id}><summary><span class="grow">${wordsOf(share)}</span><u>${t('office.assign.change')}</u></summary>
      <div class="stack">${fields(share, members)}</div></details>`)}
    ${button({ label: t('office.assign.show'), pressed: isShown, onClick: onShow })}</div></section>`;
}

/** @param {Share} share */
function wordsOf(share) {
  const picture = proposal.value.pictures[share.building_id];
  const stairwell = picture?.stairwells.find(({ id }) => id === share.stairwell_id);
  return rangeWords({ ...share, building_code: picture?.building.code ?? '', stairwell_code: stairwell?.code ?? null });
}

/** @param {Share} share @param {Member[]} members */
function fields(share, members) {
  const stairwells = proposal.value.pictures[share.building_id]?.stairwells ?? [];
  const floors = [...new Set(stairwells.flatMap((one) => one.floors))].filter((floor) => floor !== null).sort((a, b) => a - b);
  const options = floors.map((floor) => ({ value: String(floor), label: t('building.floor', { floor }) }));
  return html`
    ${selectField({ id: `who-${share.id}`, label: t('office.assign.to'), value: share.account_id,
      options: members.map(({ account_id, display_name }) => ({ value: account_id, label: display_name })), onInput: (account_id) => changeShare(share.id, { account_id }) })}
    <div class="pair">
      ${selectField({ id: `from-${share.id}`, label: t('office.assign.from'), value: String(share.floor_from), options,
        onInput: (value) => changeShare(share.id, { floor_from: Number(value), floor_to: Math.max(Number(value), share.floor_to) }) })}
      ${selectField({ id: `to-${share.id}`, label: t('office.assign.until'), value: String(share.floor_to), options,
        onInput: (value) => changeShare(share.id, { floor_to: Number(value), floor_from: Math.min(Number(value), share.floor_from) }) })}</div>
    ${button({ label: t('office.assign.leave_out'), kind: 'quiet', onClick: () => leaveOut(share.id) })}`;
}
