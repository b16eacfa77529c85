import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { may } from '../../../store/identity/session.js';
import { say } from '../../../store/navigation.js';
import { actionItem, noteProgress } from '../../../store/deliberation/sessions/action-items.js';
import { button } from '../../../ui/button.js';
import { whenWords } from '../../dates.js';
import { ask, asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';
import { actionChip } from './action-card.js';

/**
 * One thing to do, with all that was done about it.
 * @typedef {import('../../../types/model.js').ActionItemDetail} Detail
 */

/** @param {import('../../../lib/router.js').Place} place */
export const enter = ({ params }) => actionItem.load(params.id);

export function leave() {
  unask();
  actionItem.forget();
}

/** @param {import('../../../lib/router.js').Place} place */
export const view = ({ params }) => ({
  title: t('sessions.action.title'), back: '#/deliberation/action-items',
  body: html`${shown(actionItem.reading.value, details, () => actionItem.load(params.id))}${asking()}`,
});

/** @param {Detail} one */
const details = (one) => html`<article class="stack-wide">
  <div class="stack-tight"><h2>${one.words}</h2><div class="row">${actionChip(one)}</div>
    <dl class="facts card"><dt>${t('sessions.action.who')}</dt><dd>${one.owner_name}</dd>
      <dt>${t('sessions.action.by')}</dt><dd>${day(one.due_on)}</dd><dt>${t('sessions.action.review')}</dt><dd>${day(one.review_on)}</dd>
      ${one.decision_words ? html`<dt>${t('sessions.action.decided')}</dt><dd class="quote">${one.decision_words}</dd>` : null}
      ${one.reminders ? html`<dt>${t('sessions.action.reminders')}</dt><dd>${t('sessions.action.reminded', { n: one.reminders })}</dd>` : null}
      <dt>${t('sessions.action.from')}</dt><dd><a class="tall" href=${link('/deliberation/sessions/:id', { id: one.session_id })}>${t(`sessions.kind.${one.session_kind}`)} ${day(one.held_on)}</a></dd></dl></div>
  ${moves(one)}
  ${one.steps.length ? html`<section class="section stack"><h2>${t('sessions.action.progress')}</h2><ol class="steps">${one.steps.map((step) => html`<li key=${step.id} class="stack-tight">
    <span>${step.to_state ? html`<b>${t(`sessions.action.${step.to_state}`)}</b> ` : null}<small class="soft">${step.by_name}${t('date.comma')}${whenWords(step.at)}</small></span>
    ${step.words ? html`<span class="quote">${step.words}</span>` : null}</li>`)}</ol></section>` : null}
</article>`;

/** @param {Detail} one */
function moves(one) {
  const holds = may('deliberation:session:hold');
  if (!one.mine && !holds) return null;
  const going = one.state === 'open' || one.state === 'in_progress';
  return html`<div class="stack">
    ${going ? button({ label: t('sessions.action.note'), wide: true, onClick: () => told(one, one.state === 'open' ? 'in_progress' : null, 'note') }) : null}
    ${going ? button({ label: t('sessions.action.is_done'), kind: 'primary', icon: 'check', onClick: () => told(one, 'done', 'is_done') }) : null}
    ${holds && one.state === 'done' ? button({ label: t('sessions.action.close'), kind: 'primary', icon: 'check', onClick: () => told(one, 'closed', 'close') }) : null}
    ${holds && (one.state === 'done' || one.state === 'closed') ? button({ label: t('sessions.action.again'), wide: true, onClick: () => told(one, 'in_progress', 'again') }) : null}
    ${holds && going ? button({ label: t('sessions.action.cancel'), kind: 'quiet', onClick: () => told(one, 'cancelled', 'cancel') }) : null}</div>`;
}

/** What says enough by itself; why something is taken back or up again is kept. */
const NEEDS_NO_WORDS = ['is_done', 'close'];

/** @param {Detail} one @param {string | null} to_state @param {'note' | 'is_done' | 'close' | 'again' | 'cancel'} verb */
const told = (one, to_state, verb) => ask({
  title: t(`sessions.action.${verb}`), reason: t(NEEDS_NO_WORDS.includes(verb) ? 'sessions.action.words_or_none' : 'sessions.action.words'), optional: NEEDS_NO_WORDS.includes(verb), yes: t(`sessions.action.${verb}`),
  then: (words, key) => noteProgress(one.id, key, { to_state, words: words || null }),
  after: () => say(t('sessions.action.kept')),
});
