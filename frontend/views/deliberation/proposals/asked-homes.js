import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { say } from '../../../store/navigation.js';
import { proposal as reading } from '../../../store/deliberation/proposals/proposals.js';
import { answerForHome, homeAnswer } from '../../../store/deliberation/proposals/saying.js';
import { button } from '../../../ui/button.js';
import { chip } from '../../../ui/mark.js';
import { POSITION_MARKS } from './words.js';

/**
 * Somebody spoke in the name of my home: is that right?
 * @typedef {import('../../../types/model.js').Proposal} Proposal
 * @typedef {Proposal['asked'][number]} Asked
 */

/** @param {Proposal} one */
export function askedHomes(one) {
  if (!one.asked.length) return null;
  return html`<section class="section stack"><h2>${t('proposals.asked')}</h2>
    <ul class="cards">${one.asked.map((asked) => line(asked, one.id))}</ul></section>`;
}

/** @param {Asked} asked @param {string} proposal */
function line(asked, proposal) {
  const answer = homeAnswer(asked, reading.reading.value.storedAt);
  const say_ = (/** @type {'confirmed' | 'contradicted'} */ word) => async () => {
    await answerForHome(asked, word, proposal);
    say(t(`proposals.answered.${word}`));
  };
  return html`<li class="card stack-tight" key=${`${asked.comment_id}/${asked.household_id}`}>
    <span>${t('proposals.spoke_for', { name: asked.by_name, code: asked.household_code })} ${chip(POSITION_MARKS[asked.position], t(`proposals.position.${asked.position}`))}</span>
    ${asked.words ? html`<p class="quote">${asked.words}</p>` : null}
    ${answer === 'unanswered' ? null : html`<b>${t(`proposals.answered.${answer}`)}</b>`}
    <div class="row">
      ${answer === 'confirmed' ? null : button({ label: t('proposals.confirm'), icon: 'check', onClick: say_('confirmed') })}
      ${answer === 'contradicted' ? null : button({ label: t('proposals.contradict'), icon: 'x', onClick: say_('contradicted') })}</div></li>`;
}
