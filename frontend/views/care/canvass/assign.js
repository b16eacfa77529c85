import { signal } from '../../../vendor/signals.js';
import { t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { dropProposal, giveShares, proposal, propose } from '../../../store/care/canvass/assignments.js';
import { members } from '../../../store/identity/team.js';
import { goInstead, say } from '../../../store/navigation.js';
import { button, linkButton } from '../../../ui/button.js';
import { chooseSeveral } from '../../../ui/choices.js';
import { errorSummary } from '../../../ui/error-summary.js';
import { empty } from '../../../ui/waiting.js';
import { shown } from '../../reading.js';
import { createForm } from '../../office/form.js';
import { sharePicture } from './share-picture.js';
import { shareFields } from './share-fields.js';

/**
 * Sharing out the doors that nobody has: who takes part, what is proposed, what the person makes of it.
 * @typedef {import('../../../lib/router.js').Place} Place
 */

/** Who knocks on doors. */
const KNOCKERS = ['volunteer', 'building_lead', 'representative'];

const form = createForm(() => ({ accounts: /** @type {string[]} */ ([]) }));
const giving = createForm(() => ({}));
/** Whose doors the picture shows. */
const shownAccount = signal('');

export const enter = () => void members.load();

/** @param {Place} place */
export function view({ params }) {
  const canvass = params.id ?? '';
  const open = proposal.value.canvass === canvass && proposal.value.shares.length > 0;
  return {
    title: t('office.assign.title'),
    back: link('/office/canvasses/:id', { id: canvass }),
    wide: open,
    body: shown(members.reading.value, (all) => (open ? proposed(canvass, all) : who(canvass, all)), () => members.load()),
  };
}

/** @typedef {import('../../../store/identity/team.js').Member[]} Members */

/** @param {string} canvass @param {Members} all */
function who(canvass, all) {
  const able = all.filter(({ roles }) => roles.some(({ role }) => KNOCKERS.includes(role)));
  if (!able.length) return empty({ icon: 'smartphone', title: t('office.assign.nobody'), body: t('office.assign.nobody_more'), action: linkButton({ label: t('office.team.invite'), href: '#/office/team/invite' }) });
  const { values, errors, busy } = form.state.value;
  return html`<div class="stack">
    ${errorSummary(errors)}
    ${button({ label: t('office.assign.all'), kind: 'quiet', onClick: () => form.answer({ accounts: able.map(({ account_id }) => account_id) }) })}
    ${chooseSeveral({ id: 'accounts', legend: t('office.assign.who'), hint: t('office.assign.who_hint'), values: values.accounts, error: errors.accounts,
      options: able.map(({ account_id, display_name, roles }) => ({ value: account_id, label: display_name, more: [...new Set(roles.map(({ role }) => tCode('role', role, 'role.other')))].join(t('date.comma')) })),
      onChange: (accounts) => form.answer({ accounts }) })}
    <div class="action-bar">${button({ label: t('office.assign.propose', { n: values.accounts.length }), kind: 'primary', busy, onClick: () => ask(canvass) })}</div>
  </div>`;
}

/** @param {string} canvass */
async function ask(canvass) {
  const { accounts } = form.state.peek().values;
  const n = await form.submit(() => propose(canvass, accounts), accounts.length ? {} : { accounts: t('office.assign.error.who') });
  if (n === 0) form.show({ accounts: t('office.assign.nothing') });
  shownAccount.value = proposal.peek().shares[0]?.account_id ?? '';
}

/** @param {string} canvass @param {Members} all */
function proposed(canvass, all) {
  const { shares } = proposal.value;
  const accounts = [...new Set(shares.map(({ account_id }) => account_id))];
  return html`<div class="stack">
      <p>${t('office.assign.proposed')}</p>
      ${errorSummary(giving.state.value.errors)}
      ${accounts.map((id) => shareFields({ account: id, members: all, isShown: shownAccount.value === id, onShow: () => showOnBuilding(id) }))}
      <div class="action-bar">
        ${button({ label: t('office.assign.give'), kind: 'primary', busy: giving.state.value.busy, onClick: () => give(canvass) })}
        ${button({ label: t('office.assign.anew'), kind: 'quiet', wide: true, onClick: dropProposal })}</div>
    </div>
    <div class="beside-detail" id="share-picture">${sharePicture(shownAccount.value, all)}</div>`;
}

/** On a phone the building stands below the list. @param {string} account */
function showOnBuilding(account) {
  shownAccount.value = account;
  requestAnimationFrame(() => document.getElementById('share-picture')?.scrollIntoView());
}

/** @param {string} canvass */
async function give(canvass) {
  const n = await giving.submit(giveShares);
  if (n === null) return;
  dropProposal();
  say(t('office.assign.given'));
  goInstead(link('/office/canvasses/:id/people', { id: canvass }));
}
