import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { may } from '../../../store/identity/session.js';
import { say } from '../../../store/navigation.js';
import { dropPictures } from '../../../store/deliberation/pictures.js';
import { minutesToRead, outcome, session, signMinutes } from '../../../store/deliberation/sessions/sessions.js';
import { button } from '../../../ui/button.js';
import { chip } from '../../../ui/mark.js';
import { readAloud, stopReading } from '../../../ui/read-aloud.js';
import { whenWords } from '../../dates.js';
import { ask, asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';
import { minutesPhotos } from './minutes-photos.js';
import { outcomeList } from './outcome-list.js';
import { markOf, titleOf } from './words.js';

/** Minutes to read, and to sign for one's party. */

/** @param {import('../../../lib/router.js').Place} place */
export const enter = ({ params }) => Promise.all([session.load(params.id), minutesToRead.load(params.id), outcome.load(params.id)]);

export function leave() {
  unask();
  stopReading();
  minutesToRead.forget();
  dropPictures();
}

/** @param {import('../../../lib/router.js').Place} place */
export function view({ params }) {
  const one = session.reading.value.value;
  return {
    title: t('sessions.minutes'), back: link('/deliberation/sessions/:id', { id: params.id ?? '' }),
    body: html`<div class="stack-wide">${one ? html`<div class="stack-tight"><h2>${titleOf(one)}</h2><div class="row">${chip(markOf(one.state), t(`sessions.state.${one.state}`))}</div></div>` : null}
      ${shown(minutesToRead.reading.value, (found) => text(found, params.id ?? ''), () => minutesToRead.load(params.id))}
      ${one && outcome.reading.value.value ? outcomeList(outcome.reading.value.value, one) : null}</div>${asking()}`,
  };
}

/** @param {import('../../../types/model.js').Minutes} found @param {string} id */
const text = (found, id) => html`<article class="stack">
  <p class="minutes-text wording">${found.text || t('sessions.minutes_none')}</p>
  ${found.saved_at ? html`<p class="soft">${t('sessions.minutes_by', { name: found.saved_by_name ?? '', time: whenWords(found.saved_at), n: found.number })}</p>` : null}
  ${readAloud(`minutes-${id}`, () => found.text)}
  ${minutesPhotos(found.photos)}
  ${signing(found, id)}</article>`;

/** @param {import('../../../types/model.js').Minutes} found @param {string} id */
function signing(found, id) {
  if (session.reading.value.value?.state !== 'minutes_submitted' || !may('deliberation:minutes:sign')) return null;
  return html`<section class="section stack"><h2>${t('sessions.sign')}</h2><p class="soft">${t('sessions.sign_more', { parties: (outcome.reading.value.value?.missing ?? []).map((party) => t(`sessions.party.${party}`)).join(t('sessions.and')) })}</p>
    ${button({ label: t('sessions.sign_yes'), kind: 'primary', icon: 'check', onClick: () => ask({ title: t('sessions.sign_yes'), body: t('sessions.sign_sure'), yes: t('sessions.sign_yes'),
      then: (_reason, key) => signMinutes(id, key, { number: found.number, signed: true, reason: null }), after: () => say(t('sessions.sign_done')) }) })}
    ${button({ label: t('sessions.sign_no'), wide: true, onClick: () => ask({ title: t('sessions.sign_no'), body: t('sessions.sign_no_more'), reason: t('sessions.sign_why'), yes: t('sessions.sign_no'), kind: 'danger',
      then: (reason, key) => signMinutes(id, key, { number: found.number, signed: false, reason }), after: () => say(t('sessions.sign_back')) }) })}</section>`;
}
