import { signal } from '../../vendor/signals.js';
import { day, t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { myTasks, offeredTasks, reading, todayResource } from '../../store/care/today.js';
import { button, linkButton } from '../../ui/button.js';
import { empty } from '../../ui/waiting.js';
import { dayThere } from '../dates.js';
import { shown } from '../reading.js';
import { taskCard } from './cards.js';

/** @typedef {import('../../types/model.js').CareTask} CareTask */

/** So many offers are looked through at a time. */
const PAGE = 10;
const pages = signal(1);

export function enter() {
  pages.value = 1;
  void todayResource.load();
}

export const view = () => ({
  title: t('tasks.title'),
  body: shown(reading.value, list, enter),
});

function list() {
  const [mine, offered] = [myTasks.value, offeredTasks.value];
  if (!mine.length && !offered.length) {
    return empty({ icon: 'heart-handshake', title: t('tasks.none'), body: t('tasks.none_more'),
      action: linkButton({ label: t('nav.today'), href: '#/' }) });
  }
  return html`<div class="stack-wide">
    ${mine.length ? html`<section class="section"><h2>${t('tasks.mine')}</h2>${byDay(mine)}</section>` : null}
    ${offered.length ? html`<section class="section stack"><div><h2>${t('tasks.offered')} <small class="soft">${offered.length}</small></h2>
      <p class="soft">${t('tasks.offered_more')}</p></div>${byDay(offered.slice(0, pages.value * PAGE))}
      ${offered.length > pages.value * PAGE ? button({ label: t('tasks.more'), wide: true, onClick: () => { pages.value += 1; } }) : null}</section>` : null}
  </div>`;
}

/** @param {CareTask[]} tasks in the order of their time */
function byDay(tasks) {
  const days = [...new Set(tasks.map((task) => dayThere(task.due_from)))];
  return days.map((date) => html`<div class="stack-tight" key=${date}><h3 class="soft">${day(date)}</h3>
    <ul class="cards">${tasks.filter((task) => dayThere(task.due_from) === date).map((task) => html`<li key=${task.id}>${taskCard(task)}</li>`)}</ul></div>`);
}
