import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { say } from '../../../store/navigation.js';
import { moveProposal } from '../../../store/deliberation/proposals/proposals.js';
import { button, linkButton } from '../../../ui/button.js';
import { ask } from '../../office/ask.js';

/**
 * The next steps that this person may take.
 * @typedef {import('../../../types/model.js').Proposal} Proposal
 * @typedef {Proposal['next_moves'][number]} Move
 */

const ENDS = ['withdrawn', 'rejected'];

/** @param {Proposal} one */
export function moves(one) {
  if (!one.next_moves.length && !one.may_edit) return null;
  return html`<section class="section stack-tight"><h2>${t('proposals.next')}</h2>
    ${one.may_edit ? linkButton({ label: t('proposals.edit'), href: link('/deliberation/proposals/:id/:part', { id: one.id, part: 'edit' }), icon: 'pencil', wide: true }) : null}
    ${one.next_moves.map((move) => button({ label: t(`proposals.move.${move.target}`), kind: ENDS.includes(move.target) ? 'danger' : one.state === 'draft' ? 'primary' : 'plain', wide: true, onClick: () => askToMove(one, move) }))}</section>`;
}

/** @param {Proposal} one @param {Move} move */
const askToMove = (one, { target, needs_reason }) => ask({
  title: t(`proposals.move.${target}`), body: t(`proposals.move_more.${target}`), yes: t(`proposals.move.${target}`), kind: ENDS.includes(target) ? 'danger' : 'primary',
  ...(needs_reason ? { reason: t('proposals.move_why') } : {}),
  then: (reason, key) => moveProposal(one.id, key, target, reason), after: () => say(t('proposals.moved', { state: t(`proposals.state.${target}`) })),
});
