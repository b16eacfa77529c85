import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { may } from '../../../store/identity/session.js';
import { say } from '../../../store/navigation.js';
import { resign, showPhone, voices } from '../../../store/deliberation/representatives/mandates.js';
import { button, linkButton } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { empty } from '../../../ui/waiting.js';
import { ask, asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';
import { assemblyLink, termWords } from './words.js';

/**
 * Who speaks for me, and how I reach them.
 * @typedef {import('../../../types/model.js').BuildingVoice} Voice
 * @typedef {import('../../../types/model.js').Mandate} Mandate
 */

export const enter = () => void voices.load();
export const leave = unask;

export const view = () => ({
  title: t('representatives.title'), back: '#/deliberation',
  body: html`<div class="stack-wide">
    ${shown(voices.reading.value, list, () => voices.load())}
    <div class="stack-tight">
      ${linkButton({ label: t('representatives.messages'), href: '#/deliberation/representatives/messages', icon: 'messages-square', wide: true })}
      ${linkButton({ label: t('representatives.all'), href: '#/deliberation/representatives/all', icon: 'users', wide: true })}
      ${linkButton({ label: t('representatives.elections'), href: '#/deliberation/elections', icon: 'vote', wide: true })}
    </div>${asking()}</div>`,
});

/** @param {Voice[]} all */
function list(all) {
  if (!all.length) return empty({ icon: 'house', title: t('representatives.no_home'), body: t('representatives.no_home_more') });
  return html`${all.map((one) => html`<section class="section stack" key=${one.building_id}>
    <h2>${t('representatives.speaks_for', { building: one.building_name })}</h2>
    <p class="soft">${t('representatives.your_homes', { codes: one.household_codes.join(t('date.comma')) })}</p>
    ${one.representatives.length ? one.representatives.map(person) : html`<p>${t('representatives.nobody')}</p>`}
    ${one.election_id ? linkButton({ label: t('representatives.election_on'), href: link('/deliberation/elections/:id', { id: one.election_id }), kind: 'primary', icon: 'vote', wide: true }) : null}
  </section>`)}`;
}

/** @param {Mandate} one */
const person = (one) => html`<article class="card stack-tight" key=${one.id}>
  <span class="place">${one.name}${one.is_me ? html` <span class="tag">${t('representatives.me')}</span>` : null}</span>
  <p class="soft">${termWords(one)}</p>
  ${one.statement ? html`<p class="quote">${one.statement}</p>` : null}
  ${one.phone ? html`<a class="button button-primary button-wide" href=${`tel:${one.phone.replace(/[^+\d]/g, '')}`}>${icon('phone')}<span>${t('representatives.call', { phone: one.phone })}</span></a>`
    : html`<p>${t(one.is_me ? 'representatives.no_phone_mine' : 'representatives.no_phone')}</p>`}
  ${one.is_me ? null : linkButton({ label: t('representatives.write'), href: link('/deliberation/representatives/:id/write', { id: one.id }), kind: one.phone ? 'plain' : 'primary', icon: 'message-square-plus', wide: true })}
  ${one.assembly_id ? assemblyLink(one.assembly_id) : null}
  ${one.is_me && may('deliberation:mandate:keep') ? ownActions(one) : null}
</article>`;

/** @param {Mandate} one */
const ownActions = (one) => html`<div class="row">
  ${one.phone ? button({ label: t('representatives.hide_phone'), onClick: () => askToHide(one) }) : button({ label: t('representatives.show_phone'), onClick: () => askToShow(one) })}
  ${button({ label: t('representatives.resign'), kind: 'quiet', onClick: () => askToResign(one) })}</div>`;

/** @param {Mandate} one */
const askToShow = (one) => ask({
  title: t('representatives.show_phone'), body: t('representatives.show_phone_body'), reason: t('representatives.phone'), yes: t('representatives.show_phone'),
  then: (phone) => showPhone(one, phone), after: () => say(t('representatives.phone_shown')),
});

/** @param {Mandate} one */
const askToHide = (one) => ask({
  title: t('representatives.hide_phone'), body: t('representatives.hide_phone_body'), yes: t('representatives.hide_phone'),
  then: () => showPhone(one, null), after: () => say(t('representatives.phone_hidden')),
});

/** @param {Mandate} one */
const askToResign = (one) => ask({
  title: t('representatives.resign'), body: t('representatives.resign_body', { day: day(one.until_on) }), reason: t('representatives.resign_why'), yes: t('representatives.resign'), kind: 'danger',
  then: (reason, key) => resign(one.id, reason, key), after: () => say(t('representatives.resigned')),
});
