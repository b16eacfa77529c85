import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { reading, tasksToDo, todayResource } from '../../store/care/today.js';
import { linkButton } from '../../ui/button.js';
import { empty } from '../../ui/waiting.js';
import { shown } from '../reading.js';
import { taskCard } from './cards.js';

export const enter = () => void todayResource.load();

export const view = () => ({
  title: t('tasks.title'),
  body: shown(reading.value, list, enter),
});

function list() {
  const open = tasksToDo.value;
  if (!open.length) {
    return empty({ icon: 'heart-handshake', title: t('tasks.none'), body: t('tasks.none_more'),
      action: linkButton({ label: t('nav.today'), href: '#/' }) });
  }
  const offered = open.filter(({ status }) => status === 'offered');
  const mine = open.filter(({ status }) => status !== 'offered');
  return html`<div class="stack-wide">
    ${mine.length ? html`<section class="section"><h2>${t('tasks.mine')}</h2><ul class="cards">${mine.map((task) => html`<li key=${task.id}>${taskCard(task)}</li>`)}</ul></section>` : null}
    ${offered.length ? html`<section class="section"><h2>${t('tasks.offered')}</h2><p class="soft">${t('tasks.offered_more')}</p>
      <ul class="cards">${offered.map((task) => html`<li key=${task.id}>${taskCard(task)}</li>`)}</ul></section>` : null}
  </div>`;
}
