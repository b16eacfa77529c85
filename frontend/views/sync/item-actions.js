import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { isPending, needsAttention } from '../../lib/outbox/item.js';
import { link } from '../../lib/router.js';
import { reopenHelp } from '../../store/care/tasks.js';
import { reopenVisit } from '../../store/care/visit.js';
import { go, goInstead } from '../../store/navigation.js';
import { sendNow } from '../../store/sync/sending.js';
import { discard, readItem } from '../../store/sync/outbox.js';
import { button, linkButton } from '../../ui/button.js';
import { DONE_AGAIN } from './done-again.js';

/** @typedef {import('../../lib/outbox/item.js').Item} Item */

/** What can be done with this record: put it right, send it now, or hand it over. @param {Item} item */
export const itemActions = (item) => html`<div class="action-bar">
  ${needsAttention(item) ? button({ label: t(DONE_AGAIN.includes(item.kind) ? 'item.look' : 'item.correct'), kind: 'primary', icon: 'pencil', onClick: () => correct(item.id) }) : null}
  ${isPending(item) ? button({ label: t('outbox.send'), kind: 'primary', icon: 'send', onClick: sendNow }) : null}
  ${item.state === 'received' ? null : linkButton({ label: t('item.hand_over'), icon: 'package', wide: true, href: link('/handover', {}, { id: item.id }) })}
  ${item.state === 'refused' && item.kind in CORRECTED_AT ? throwingAway(item) : null}
</div>`;

/** @type {Record<string, (item: Item) => Promise<void>>} */
const REOPEN = { door_visit: reopenVisit, assistance_visit: reopenHelp, assistance_need: async (item) => (await import('../../store/care/needs.js')).reopenNeed(item) };

/** What came too late for its session, its proposal or its round may be of no use to anybody; only the person can know. @param {Item} item */
const throwingAway = (item) => html`<details><summary class="tall"><u>${t('item.discard')}</u></summary><div class="stack"><p>${t('item.discard_more')}</p>
  ${button({ label: t('item.discard_yes'), kind: 'danger', wide: true, onClick: () => throwAway(item) })}</div></details>`;

/** @param {Item} item */
async function throwAway(item) {
  await discard(item);
  goInstead('#/outbox');
}

/** What was recorded in a session is said anew there, or is over. @param {Item} item */
const inSession = ({ about }) => link('/deliberation/sessions/:id', { id: about ?? '' });

/** @param {Item} item */
const atDesk = ({ about }) => link('/deliberation/sessions/:id/desk', { id: about ?? '' });

/** What was written at the desk is opened in its form again. @param {Item} item */
const writtenAtDesk = ({ id, about }) => link('/deliberation/sessions/:id/desk', { id: about ?? '' }, { part: 'minutes', item: id });

/** Kinds whose form belongs to a chapter are put right there. @type {Record<string, (item: Item) => string>} */
const CORRECTED_AT = {
  feedback: ({ id }) => link('/deliberation/feedback/new', {}, { item: id }),
  feedback_step: ({ about }) => link('/deliberation/feedback/:id', { id: about ?? '' }),
  home_answer: ({ about }) => link('/deliberation/proposals/:id', { id: about ?? '' }),
  comment_vote: ({ about }) => link('/deliberation/proposals/:id', { id: about ?? '' }),
  representative_message: ({ id, about }) => link('/deliberation/representatives/:id/write', { id: about ?? '' }, { item: id }),
  session_attendance: inSession, speaking_request: inSession, motion: inSession, hand: inSession, hand_count: inSession, minutes_photo: inSession,
  desk_step: atDesk, decision: writtenAtDesk, action_item: writtenAtDesk,
  ballot_delivery: ({ about }) => link('/deliberation/ballots/:id/deliveries', { id: about ?? '' }),
  proposal_comment: ({ id, about }) => link('/deliberation/proposals/:id/comment', { id: about ?? '' }, { item: id }),
};

/** @param {string} id */
async function correct(id) {
  const item = await readItem(id);
  if (!item) return;
  const elsewhere = CORRECTED_AT[item.kind]?.(item);
  if (elsewhere) return go(elsewhere);
  await REOPEN[item.kind]?.(item);
  go(link('/corrections/:kind', { kind: item.kind }, { id }));
}
