import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { proxies, revokeProxy } from '../../../store/deliberation/ballots/proxies.js';
import { can } from '../../../store/deliberation/ballots/rounds.js';
import { say } from '../../../store/navigation.js';
import { button, linkButton } from '../../../ui/button.js';
import { chip } from '../../../ui/mark.js';
import { notice } from '../../../ui/notice.js';
import { empty } from '../../../ui/waiting.js';
import { whenWords } from '../../dates.js';
import { ask, asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';
import { fetchPhotos, shownPhotos } from './shown-photos.js';

/** Written proxies and whether they stand. @typedef {import('../../../store/deliberation/ballots/proxies.js').Proxy} Proxy */

const MARKS = { stands: 'talked', revoked: 'left_alone', replaced: 'left_alone', over_limit: 'attention', own_proxy: 'left_alone' };

/** @param {import('../../../lib/router.js').Place} place */
export async function enter({ params }) {
  await proxies.load(params.id);
  await fetchPhotos((proxies.reading.peek().value?.proxies ?? []).flatMap(({ attachments }) => attachments));
}

export const leave = unask;

/** @param {import('../../../lib/router.js').Place} place */
export const view = ({ params }) => ({
  title: t('ballots.desk.proxies'), back: link('/deliberation/ballots/:id', params),
  body: html`${shown(proxies.reading.value, ({ round, proxies: all }) => html`<div class="stack">
    <p>${t('ballots.proxy_limit', { n: round.profile.proxy_limit })}</p>
    ${can(round, 'authorize_proxy') ? linkButton({ label: t('ballots.proxy_new'), kind: 'primary', icon: 'plus', href: link('/deliberation/ballots/:id/proxies/new', params) }) : null}
    ${all.length ? html`<ul class="cards">${all.map((one) => html`<li class="card stack" key=${one.id}>${card(params.id ?? '', one, can(round, 'authorize_proxy'))}</li>`)}</ul>` : empty({ icon: 'file-text', title: t('ballots.proxy_none'), body: t('ballots.proxy_none_more') })}</div>`, () => proxies.load(params.id))}${asking()}`,
});

/** @param {string} id @param {Proxy} one @param {boolean} may */
const card = (id, one, may) => html`<div><b class="card-title">${one.doors.join(t('ballots.and'))}</b><span class="card-detail">${t('ballots.proxy_holder', { name: one.holder ?? '' })} · ${whenWords(one.recorded_at)}</span></div>
  ${one.state === 'stands' && !one.document_here ? notice({ kind: 'bad', title: t('ballots.proxy_document_waits'), body: t('ballots.proxy_document_waits_more', { name: one.recorded_by ?? '' }) })
    : html`<div class="row">${chip(MARKS[one.state], t(`ballots.proxy_state.${one.state}`))}</div>`}
  ${shownPhotos(one.attachments, t('ballots.proxy_photo'))}
  ${may && one.state === 'stands' ? button({ label: t('ballots.proxy_revoke'), kind: 'quiet', onClick: () => ask({ title: t('ballots.proxy_revoke'), body: t('ballots.proxy_revoke_more'), reason: t('ballots.desk.reason'), yes: t('ballots.proxy_revoke'), kind: 'danger',
    then: (reason, key) => revokeProxy(id, one.id, key, reason), after: () => say(t('ballots.proxy_revoked')) }) }) : null}`;
