import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { handbook } from '../../../store/community/handbook.js';
import { linkButton } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { empty } from '../../../ui/waiting.js';
import { nextDay } from '../../dates.js';
import { shown } from '../../reading.js';

/** @typedef {import('../../../types/model.js').HandbookDocument} HandbookDocument */

export const enter = () => void handbook.load();

export const view = () => ({
  title: t('office.place.handbook'),
  back: '#/office',
  body: html`<div class="stack-wide">
    ${linkButton({ label: t('office.handbook.new'), href: '#/office/handbook/new', kind: 'primary', icon: 'plus' })}
    ${shown(handbook.reading.value, list, enter)}</div>`,
});

/** @param {HandbookDocument[]} all */
function list(all) {
  if (!all.length) return empty({ icon: 'book-open', title: t('handbook.none'), body: t('office.handbook.none_more') });
  return html`<ul class="cards">${all.map((one) => html`<li key=${one.id}><a class="card card-link" href=${link('/office/handbook/:id', { id: one.id })}>
    <span class="grow"><span class="card-title">${one.title}</span><span class="card-detail">${t(`handbook.${one.category}`)}${t('date.comma')}${one.latest
      ? t('handbook.version', { n: one.latest.version, day: nextDay(one.latest.published_at) }) : t('handbook.unpublished')}</span></span>
    <span class="go">${icon('chevron-right')}</span></a></li>`)}</ul>`;
}
