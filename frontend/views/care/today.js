import { effect, signal, untracked } from '../../vendor/signals.js';
import { day, t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { link } from '../../lib/router.js';
import { driftIsLarge } from '../../lib/clock.js';
import { community, me, may } from '../../store/identity/session.js';
import { services } from '../../store/services.js';
import { sendingState } from '../../store/sync/standing.js';
import { drafts, reload, today as todayDate } from '../../store/sync/outbox.js';
import { notices } from '../../store/community/notices.js';
import { doorsToKnock, myTasksToday, offeredTasks, reading, todayResource } from '../../store/care/today.js';
import { linkButton } from '../../ui/button.js';
import { notice } from '../../ui/notice.js';
import { empty } from '../../ui/waiting.js';
import { noticeCards } from '../community/notice-cards.js';
import { shown } from '../reading.js';
import { doorCard, draftCard, taskCard } from './cards.js';

/** So many doors are shown on the first screen; the building picture has them all. */
const SHOWN = 5;

const load = () => void (may('care:today:see') ? todayResource : notices).load();

/** What waits in deliberation, once its part has come. @type {import('../../vendor/signals.js').Signal<(() => unknown) | null>} */
const besides = signal(null);

/** Follows the first screen, and stays away where it cannot be fetched. */
async function askBesides() {
  const part = await import('../deliberation/waiting.js').catch(() => null);
  besides.value = (await part?.begin().catch(() => null)) ?? besides.value;
}

/** What a new community's office does first, for who sets it up: null while all is done, or not known. @type {typeof besides} */
const firstSteps = signal(null);

async function askFirstSteps() {
  if (!may('community:roster:import')) return;
  const part = await import('../office/first-steps.js').catch(() => null);
  firstSteps.value = await part?.begin().catch(() => null) ?? null;
}

/** @type {() => void} */
let stop = () => {};
export const leave = () => stop();

/** Read anew after each sending: what was received changes what is left to do. The day may have changed meanwhile. */
export function enter() {
  stop();
  void reload();
  stop = effect(() => {
    void sendingState.value.at;
    untracked(load);
    void untracked(askBesides);
    void untracked(askFirstSteps);
  });
}

export const view = () => ({
  title: t('today.title', { name: me.value?.account.display_name ?? '' }),
  place: [community.value?.name, todayDate.value && day(todayDate.value)].filter(Boolean).join(t('date.comma')),
  body: html`<div class="stack-wide">
    ${clockNotice()}
    ${unfinished()}
    ${firstSteps.value?.()}
    ${besides.value?.()}
    ${may('care:today:see') ? shown(reading.value, duties, load) : shown(notices.reading.value, noticeCards, load)}
  </div>`,
});

/** A clock that is wrong is said, never put right behind the person's back. */
function clockNotice() {
  const drift = services.clock.driftSeconds();
  if (!driftIsLarge(drift)) return null;
  return notice({ kind: 'warn', title: t('clock.wrong', { minutes: Math.round(Math.abs(drift ?? 0) / 60) }), body: t('clock.wrong_more') });
}

function unfinished() {
  if (!drafts.value.length) return null;
  return html`<section class="section"><h2>${t('today.drafts')}</h2>
    <ul class="cards">${drafts.value.map((item) => html`<li key=${item.id}>${draftCard(item)}</li>`)}</ul></section>`;
}

function duties() {
  const doors = doorsToKnock.value;
  const tasks = myTasksToday.value;
  if (!doors.length && !tasks.length && !offeredTasks.value.length) return firstSteps.value ? null : nothingToDo();
  return html`
    ${tasks.length ? html`<section class="section"><h2>${t('today.tasks', { n: tasks.length })}</h2>
      <ul class="cards" data-sealed>${tasks.map((task) => html`<li key=${task.id}>${taskCard(task)}</li>`)}</ul></section>` : null}
    ${offeredTasks.value.length ? linkButton({ label: t('today.offered', { n: offeredTasks.value.length }), href: '#/tasks', icon: 'heart-handshake', wide: true }) : null}
    ${doors.length ? html`<section class="section"><h2>${t('today.doors', { n: doors.length })}</h2>
      <ul class="cards">${doors.slice(0, SHOWN).map((door) => html`<li key=${door.household_id}>${doorCard(door)}</li>`)}</ul>
      <div class="below">${linkButton({
        label: t('today.open_building', { code: doors[0]?.building_code ?? '' }), icon: 'building-2', wide: true, kind: 'primary',
        href: link('/buildings/:id', { id: doors[0]?.building_id ?? '' }, { canvass: doors[0]?.canvass_id ?? '' }),
      })}</div></section>` : null}`;
}

const nothingToDo = () => empty({
  icon: 'circle-check',
  title: t('today.nothing'),
  body: t('today.nothing_more'),
  action: linkButton({ label: t('nav.building'), href: '#/buildings', icon: 'building-2' }),
});
