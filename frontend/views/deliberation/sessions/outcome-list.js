import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { actionCard } from './action-card.js';
import { motionPicture } from './motion.js';
import { itemTitle } from './words.js';

/**
 * What a session left behind.
 * @param {import('../../../types/model.js').SessionOutcome} found
 * @param {import('../../../types/model.js').SessionDetail} one
 */
export const outcomeList = (found, one) => html`
  ${one.state === 'cancelled' ? null : html`<section class="section stack"><h2>${t('sessions.attendance')}</h2><p>${t('sessions.were_present', { present: found.present, mandates: found.mandates })}</p></section>`}
  ${found.decisions.length ? html`<section class="section stack"><h2>${t('sessions.decisions')}</h2>${found.decisions.map((decision) => html`<div key=${decision.id} class="card stack-tight">
    <p class="motion-words">${decision.words}</p><p class="soft">${titleAt(one, decision.agenda_item_id)}</p></div>`)}</section>` : null}
  ${found.motions.length ? html`<section class="section stack"><h2>${t('sessions.motions')}</h2>${found.motions.map((motion) => html`<div key=${motion.id} class="card">${motionPicture(motion)}</div>`)}</section>` : null}
  ${found.action_items.length ? html`<section class="section stack"><h2>${t('sessions.to_do')}</h2>
    <ul class="cards">${found.action_items.map((item) => html`<li key=${item.id}>${actionCard(item)}</li>`)}</ul></section>` : null}
  ${found.signatures.length ? html`<section class="section stack"><h2>${t('sessions.signatures')}</h2>${found.signatures.map((each) => html`<p key=${each.party + each.number}>
    <b>${t(`sessions.party.${each.party}`)}</b> ${t(each.signed ? 'sessions.signed_by' : 'sessions.refused_by', { name: each.by_name, day: day(each.at.slice(0, 10)) })}${each.reason ? html`<span class="quote">${each.reason}</span>` : null}</p>`)}</section>` : null}`;

/** @param {import('../../../types/model.js').SessionDetail} one @param {string} id */
function titleAt(one, id) {
  const item = one.agenda.find((each) => each.id === id);
  return item ? itemTitle(item) : '';
}
