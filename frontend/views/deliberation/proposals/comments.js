import { signal } from '../../../vendor/signals.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { dropPictures } from '../../../store/deliberation/pictures.js';
import { comments, proposal } from '../../../store/deliberation/proposals/proposals.js';
import { afterEachSending } from '../../../store/sync/after-sending.js';
import { linkButton } from '../../../ui/button.js';
import { stopReading } from '../../../ui/read-aloud.js';
import { empty } from '../../../ui/waiting.js';
import { asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';
import { commentCard } from './comment-card.js';
import { onTheirWay } from './on-their-way.js';
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
  stop = afterEachSending(() => comments.load(params.id));
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
    ${onTheirWay(params.id ?? '', comments.reading.value.storedAt)}
    ${shown(comments.reading.value, (all) => list(all, params, query.get('position')), () => comments.load(params.id))}${asking()}</div>`,
});

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
