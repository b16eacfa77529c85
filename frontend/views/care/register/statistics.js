import { number, t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { statistics } from '../../../store/care/register/register.js';
import { shown } from '../../reading.js';

export const enter = () => void statistics.load();

/** Figures of the register. Groups so small that they could point at somebody are not counted out. */
export const view = () => ({ title: t('office.place.statistics'), back: '#/office', body: shown(statistics.reading.value, drawn, enter) });

/** @param {import('../../../store/care/register/register.js').Statistics} figures */
const drawn = ({ total, by_kind, by_urgency, by_building }) => html`<div class="stack-wide">
  <div class="figure-row"><span class="figure"><b>${words(total)}</b><span>${t('office.statistics.total')}</span></span></div>
  <p class="soft">${t('office.statistics.few')}</p>
  ${table(t('office.statistics.by_kind'), Object.entries(by_kind).map(([kind, n]) => [tCode('need', kind, 'need.other'), n]))}
  ${table(t('office.statistics.by_urgency'), Object.entries(by_urgency).map(([urgency, n]) => [tCode('urgency', urgency, 'urgency.normal'), n]))}
  ${table(t('office.statistics.by_building'), Object.entries(by_building).map(([code, n]) => [code ? t('building.name', { code }) : t('building.street'), n]))}</div>`;

/** @param {number | null} n */
const words = (n) => (n === null ? t('office.few') : number(n));

/** @param {string} title @param {[string, number | null][]} rows */
const table = (title, rows) => html`<section class="section"><h2>${title}</h2>
  <dl class="facts">${rows.map(([name, n]) => html`<dt>${name}</dt><dd class="numbers">${words(n)}</dd>`)}</dl></section>`;
