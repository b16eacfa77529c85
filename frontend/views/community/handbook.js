import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { link } from '../../lib/router.js';
import { handbook } from '../../store/community/handbook.js';
import { icon } from '../../ui/icon.js';
import { empty } from '../../ui/waiting.js';
import { nextDay } from '../dates.js';
import { shown } from '../reading.js';

/** @typedef {import('../../types/model.js').HandbookDocument} HandbookDocument */

/** @type {HandbookDocument['category'][]} */
const CATEGORIES = ['policy', 'quality', 'maintenance', 'other'];

export const enter = () => void handbook.load();

export const view = () => ({
  title: t('handbook.title'),
  back: '#/more',
  body: html`<div class="stack"><p class="soft">${t('handbook.offline')}</p>${shown(handbook.reading.value, list, enter)}</div>`,
});

/** @param {HandbookDocument[]} all */
function list(all) {
  if (!all.length) return empty({ icon: 'book-open', title: t('handbook.none'), body: t('handbook.none_more') });
  return html`<div class="stack-wide">${CATEGORIES.map((category) => section(category, all.filter((one) => one.category === category)))}</div>`;
}

/** @param {HandbookDocument['category']} category @param {HandbookDocument[]} documents */
function section(category, documents) {
  if (!documents.length) return null;
  return html`<section class="section"><h2>${t(`handbook.${category}`)}</h2><ul class="cards">
    ${documents.map((one) => html`<li key=${one.id}><a class="card card-link" href=${link('/handbook/:id', { id: one.id })}>
      <span class="grow"><span class="card-title">${one.title}</span>
        <span class="card-detail">${one.latest ? t('handbook.version', { n: one.latest.version, day: nextDay(one.latest.published_at) }) : t('handbook.unpublished')}</span></span>
      <span class="go">${icon('chevron-right')}</span></a></li>`)}</ul></section>`;
}
