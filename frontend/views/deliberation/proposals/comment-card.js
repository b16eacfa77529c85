import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { may } from '../../../store/identity/session.js';
import { say } from '../../../store/navigation.js';
import { comments, moderate, proposal } from '../../../store/deliberation/proposals/proposals.js';
import { myVote, reply, voteOnComment } from '../../../store/deliberation/proposals/saying.js';
import { button } from '../../../ui/button.js';
import { chip } from '../../../ui/mark.js';
import { whenWords } from '../../dates.js';
import { ask } from '../../office/ask.js';
import { sayKept } from '../kept.js';
import { attached } from '../picture.js';
import { POSITION_MARKS } from './words.js';

/**
 * One comment: who, where they stand, for how many homes, what others think of it.
 * @typedef {import('../../../types/model.js').ProposalComment} ProposalComment
 */

/** @param {ProposalComment} one @param {ProposalComment[]} replies */
export const commentCard = (one, replies) => html`
  <div class="row-apart"><span class="card-title">${one.author_name}${one.building_codes.length ? html` <small class="soft">${t('proposals.of_buildings', { codes: one.building_codes.join(t('date.comma')) })}</small>` : null}</span>
    ${one.position ? chip(POSITION_MARKS[one.position], t(`proposals.position.${one.position}`)) : null}</div>
  ${said(one)}
  <span class="card-detail">${[whenWords(one.said_at), ...homesWords(one), ...(one.is_current || !one.position ? [] : [t('proposals.earlier')])].join(t('date.comma'))}</span>
  ${votes(one)}
  ${replies.length ? html`<ul class="replies">${replies.map((each) => html`<li class="stack-tight" key=${each.id}><b>${each.author_name}</b>${said(each)}<span class="card-detail">${whenWords(each.said_at)}</span>${moderation(each)}</li>`)}</ul>` : null}
  ${proposal.reading.value.value?.may_comment ? html`<div class="row">${button({ label: t('proposals.reply'), kind: 'quiet', icon: 'reply', onClick: () => askToReply(one) })}${moderation(one)}</div>` : moderation(one)}`;

/** Hidden words keep their place and their reason; the author goes on reading them. @param {ProposalComment} one */
const said = (one) => html`
  ${one.hidden_because ? html`<p class="tombstone">${t('proposals.hidden', { reason: one.hidden_because })}</p>` : null}
  ${one.words ? html`<p class=${one.hidden_because ? 'quote' : ''}>${one.hidden_because ? t(one.is_mine ? 'proposals.hidden_mine' : 'proposals.hidden_seen') : null}${one.words}</p>` : null}
  ${attached(one.files)}`;

/** @param {ProposalComment} one @returns {string[]} */
function homesWords({ homes }) {
  if (!homes.claimed) return [];
  const told = [t('proposals.speaks_for', { n: homes.speaks_for })];
  if (homes.claimed > 1) told.push(t('proposals.confirmed_n', { n: homes.confirmed }));
  if (homes.contradicted) told.push(t('proposals.contradicted_n', { n: homes.contradicted }));
  return told;
}

/** @param {ProposalComment} one */
function votes(one) {
  if (!one.position || one.words === null) return null;
  const open = proposal.reading.value.value?.may_comment && !one.is_mine;
  if (!open) return html`<span class="card-detail">${t('proposals.votes', { agree: one.votes.agree, disagree: one.votes.disagree })}</span>`;
  const mine = myVote(one, comments.reading.value.storedAt);
  return html`<div class="votes" role="group" aria-label=${t('proposals.do_you_agree')}>${/** @type {const} */ (['agree', 'disagree', 'pass']).map((word) => button({
    label: t(`proposals.vote.${word}`, { n: counted(one, word, mine) }), kind: 'plain', pressed: mine === word, onClick: () => vote(one, word),
  }))}</div>`;
}

/** With what this phone says, which the server may not know yet. @param {ProposalComment} one @param {import('../../../types/model.js').CommentVote} word @param {ProposalComment['my_vote']} mine */
const counted = ({ votes: known, my_vote }, word, mine) => known[word] + Number(mine === word) - Number(my_vote === word);

/** Kept on the phone first, and sent when it can be. @param {ProposalComment} one @param {import('../../../types/model.js').CommentVote} word */
async function vote(one, word) {
  await voteOnComment(one, word);
  sayKept();
}

/** @param {ProposalComment} one */
const askToReply = (one) => ask({
  title: t('proposals.reply_to', { name: one.author_name }), reason: t('proposals.reply'), yes: t('proposals.send'),
  then: async (words) => {
    const about = proposal.reading.peek().value;
    if (about) await reply(about, one.id, words);
  },
  after: () => sayKept(),
});

/** @param {ProposalComment} one */
function moderation(one) {
  if (!may('deliberation:proposal-comment:moderate')) return null;
  const verb = one.hidden_because ? 'show' : 'hide';
  return button({ label: t(`proposals.${verb}`), kind: 'quiet', onClick: () => ask({
    title: t(`proposals.${verb}`), body: t(`proposals.${verb}_more`), reason: t('proposals.move_why'), yes: t(`proposals.${verb}`),
    then: (reason, key) => moderate(one.proposal_id, one.id, verb, reason, key), after: () => say(t(`proposals.${verb}_done`)),
  }) });
}
