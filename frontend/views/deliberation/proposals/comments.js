import { effect, signal, untracked } from '../../../vendor/signals.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { isPending } from '../../../lib/outbox/item.js';
import { dropPictures } from '../../../store/deliberation/pictures.js';
import { comments, proposal } from '../../../store/deliberation/proposals/proposals.js';
import { items } from '../../../store/sync/outbox.js';
import { sendingState } from '../../../store/sync/standing.js';
import { linkButton } from '../../../ui/button.js';
import { notice } from '../../../ui/notice.js';
import { stopReading } from '../../../ui/read-aloud.js';
import { empty } from '../../../ui/waiting.js';
import { asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';
import { commentCard } from './comment-card.js';
import { POSITIONS } from './words.js';

/**
 * What was said about a proposal, each comment with its replies.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../types/model.js').ProposalComment} ProposalComment
 */

const PATH = '/deliberation/proposals/:id/comments';
const SHOWN = 20;
const most = signal(SHOWN);

/** @type {() => void} */
let stop = () => {};

/** Read anew after each sending: what was received is in the list. @param {Place} place */
export function enter({ params }) {
  stop();
  if (proposal.reading.peek().value?.id !== params.id) void proposal.load(params.id);
  stop = effect(() => {
    void sendingState.value.at;
    untracked(() => void comments.load(params.id));
  });
}

export function leave() {
  stop();
  unask();
  stopReading();
  dropPictures();
  most.value = SHOWN;
}

/** @param {Place} place */
export const view = ({ params, query }) => ({
  title: t('proposals.read_comments'), back: link('/deliberation/proposals/:id', params),
  body: html`<div class="stack">
    ${onTheirWay(params.id ?? '')}
    ${shown(comments.reading.value, (all) => list(all, params, query.get('position')), () => comments.load(params.id))}${asking()}</div>`,
});

/** What waits on this phone. @param {string} id */
function onTheirWay(id) {
  const n = items.value.filter((item) => item.kind === 'proposal_comment' && item.about === id && isPending(item)).length;
  return n ? notice({ title: t('proposals.on_their_way', { n }) }) : null;
}

/** @param {ProposalComment[]} all @param {Record<string, string>} params @param {string | null} position */
function list(all, params, position) {
  const said = all.filter((one) => !one.reply_to);
  if (!said.length) return empty({ icon: 'messages-square', title: t('proposals.nobody_spoke'), body: t('proposals.nobody_spoke_more'), action: proposal.reading.value.value?.may_comment ? linkButton({ label: t('proposals.comment'), kind: 'primary', href: link('/deliberation/proposals/:id/comment', params) }) : null });
  const chosen = said.filter((one) => !position || one.position === position).reverse();
  return html`<nav class="segments" aria-label=${t('proposals.which')}>
      <a class="button button-plain" href=${link(PATH, params)} aria-current=${position ? undefined : 'true'}>${t('proposals.everybody')}</a>
      ${POSITIONS.map((one) => html`<a class="button button-plain" href=${link(PATH, params, { position: one })} aria-current=${position === one ? 'true' : undefined}>${t(`proposals.position.${one}`)}</a>`)}</nav>
    <ul class="cards">${chosen.slice(0, most.value).map((one) => html`<li class="card stack-tight" key=${one.id}>${commentCard(one, all.filter(({ reply_to }) => reply_to === one.id))}</li>`)}</ul>
    ${chosen.length > most.value ? html`<button type="button" class="button button-plain button-wide" onClick=${() => { most.value += SHOWN; }}><span>${t('proposals.more', { n: chosen.length - most.value })}</span></button>` : null}`;
}
