import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { list, publishList } from '../../../store/deliberation/comparison_lists/lists.js';
import { dropPictures } from '../../../store/deliberation/pictures.js';
import { may } from '../../../store/identity/session.js';
import { say } from '../../../store/navigation.js';
import { button, linkButton } from '../../../ui/button.js';
import { notice } from '../../../ui/notice.js';
import { ask, asking, unask } from '../../office/ask.js';
import { shown } from '../../reading.js';
import { agreed } from './agreed.js';
import { criteriaCards } from './criteria-cards.js';
import { history } from './history.js';
import { scores } from './scores.js';
import { siteVisits } from './site-visits.js';

/** @typedef {import('../../../store/deliberation/comparison_lists/lists.js').List} List */

/** @param {import('../../../lib/router.js').Place} place */
export const enter = ({ params }) => void list.load(params.id);
export function leave() {
  unask();
  dropPictures();
}

/** A list: who leads and why, then criterion by criterion, what was seen, and what changed. @param {import('../../../lib/router.js').Place} place */
export const view = ({ params }) => ({
  title: list.reading.value.value?.list.title ?? t('comparison_lists.title'), back: '#/deliberation/comparison-lists', wide: true,
  body: html`${shown(list.reading.value, ({ list: one, reports, versions }) => html`
    <div class="stack-wide">${head(one)}${scores(one)}${desk(one)}</div>
    <div class="beside-detail stack-wide">${criteriaCards(one)}${siteVisits(one, reports)}${history(one, versions)}</div>`, () => list.load(params.id))}${asking()}`,
});

/** @param {List} one */
const head = (one) => html`<div class="stack-tight">
  ${one.published_at ? null : notice({ title: t('comparison_lists.draft'), body: t('comparison_lists.draft_more') })}
  ${one.question ? html`<p class="prose">${one.question}</p>` : null}${agreed(one)}</div>`;

/** @param {List} one */
function desk(one) {
  const [edits, visits] = [may('deliberation:comparison-list:edit'), may('deliberation:site-visit:report')];
  if (!edits && !visits) return null;
  return html`<section class="section stack no-print"><h2>${t('comparison_lists.desk')}</h2>
    ${visits ? linkButton({ label: t('comparison_lists.visit_new'), href: link('/deliberation/comparison-lists/:id/visits', { id: one.id }), icon: 'camera', wide: true }) : null}
    ${edits ? linkButton({ label: t('comparison_lists.edit'), href: link('/deliberation/comparison-lists/:id/edit', { id: one.id }), icon: 'pencil', wide: true }) : null}
    ${edits && !one.published_at ? button({ label: t('comparison_lists.publish'), kind: 'primary', onClick: () => askToPublish(one.id) }) : null}</section>`;
}

/** @param {string} id */
const askToPublish = (id) => ask({
  title: t('comparison_lists.publish'), body: t('comparison_lists.publish_body'), yes: t('comparison_lists.publish'),
  then: (_reason, key) => publishList(id, key), after: () => say(t('comparison_lists.publish_done')),
});
