import { day, t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { record } from '../../../store/care/own/record.js';
import { icon } from '../../../ui/icon.js';
import { empty } from '../../../ui/waiting.js';
import { shown } from '../../reading.js';

/** @typedef {import('../../../store/care/own/record.js').OwnNeed} OwnNeed */

export const enter = () => void record.load();

/** What the register keeps about me. */
export const view = () => ({ title: t('my_record.title'), back: '#/more', body: shown(record.reading.value, list, enter) });

/** @param {OwnNeed[]} all */
const list = (all) => (all.length ? html`<div class="stack"><p>${t('my_record.what')}</p>
  <ul class="cards">${all.map((one) => html`<li key=${one.id}><a class="card card-link" href=${link('/my-record/:need', { need: one.id })}>
    <span class="grow"><span class="card-title">${tCode('need', one.kind, 'need.other')}</span>
      <span class="card-detail">${one.household_code} · ${t(`my_record.relation.${one.relation}`)}</span>
      <span class="card-detail">${one.status === 'active' ? t('my_record.since', { day: day(one.starts_on) }) : t('my_record.over')}</span></span>
    <span class="go">${icon('chevron-right')}</span></a></li>`)}</ul></div>`
  : empty({ icon: 'lock', title: t('my_record.none'), body: t('my_record.none_more') }));
