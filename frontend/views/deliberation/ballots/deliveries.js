import { signal } from '../../../vendor/signals.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { broughtSince, doorDeliveries } from '../../../store/deliberation/ballots/deliveries.js';
import { picture, round } from '../../../store/deliberation/ballots/rounds.js';
import { startTicking, stopTicking, tickAlso, ticked, toggle } from '../../../store/care/ticking.js';
import { go } from '../../../store/navigation.js';
import { items } from '../../../store/sync/outbox.js';
import { buildingPicture } from '../../../ui/building/picture.js';
import { sweep } from '../../../ui/building/sweep.js';
import { button } from '../../../ui/button.js';
import { selectField } from '../../../ui/field.js';
import { whenWords } from '../../dates.js';
import { shown } from '../../reading.js';
import { deliveryForm } from './delivery-form.js';
import { fetchPhotos, shownPhotos } from './shown-photos.js';
import { ballotLegend, drawnWells, wordsOfMark } from './turnout.js';

/**
 * Bringing ballots to the doors: several ticked at once, or swept, with how and a photo.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('./turnout.js').Well} Well
 */

const PATH = '/deliberation/ballots/:id/deliveries';
const sweepHandlers = sweep(tickAlso);
/** Whether the doors are chosen and how they were brought is asked. */
const asking = signal(false);

/** @param {Place} place */
export async function enter({ params, query }) {
  await round.load(params.id);
  const [building, door] = [query.get('building'), query.get('door')];
  if (building) await picture.load(`${params.id}/${building}`);
  if (!door) return;
  await doorDeliveries.load(`${params.id}/${door}`);
  await fetchPhotos((doorDeliveries.reading.peek().value ?? []).flatMap(({ attachments }) => attachments));
  // A door tapped low in a tall picture is told of above it.
  requestAnimationFrame(() => document.getElementById('door')?.scrollIntoView({ block: 'center' }));
}

export function leave() {
  asking.value = false;
  stopTicking();
}

/** @param {Place} place */
export const view = (place) => ({
  title: t('ballots.desk.deliveries'), back: link('/deliberation/ballots/:id', place.params), broad: true,
  body: shown(round.reading.value, ({ turnout }) => html`<div class="stack">
    ${selectField({ id: 'building', label: t('ballots.which_building'), value: place.query.get('building') ?? '',
      options: [{ value: '', label: t('ballots.choose') }, ...turnout.by_building.flatMap(({ building_id, code, name }) => (building_id ? [{ value: building_id, label: name || t('building.name', { code }) }] : []))],
      onInput: (building) => go(link(PATH, place.params, building ? { building } : {})) })}
    ${place.query.get('building') ? shown(picture.reading.value, ({ stairwells }) => drawn(place, withBrought(stairwells, place)), () => enter(place)) : html`<p class="soft">${t('ballots.deliver_how')}</p>`}</div>`, () => enter(place)),
});

/** What this phone has recorded since the picture was read. @param {Well[]} stairwells @param {Place} place @returns {Well[]} */
function withBrought(stairwells, { params }) {
  const brought = broughtSince(items.value, params.id ?? '', picture.reading.value.storedAt);
  return stairwells.map((one) => ({ ...one, doors: one.doors.map((door) => (door.mark === 'not_delivered' && brought.has(door.household_id) ? { ...door, mark: /** @type {const} */ ('delivered') } : door)) }));
}

/** @param {Place} place @param {Well[]} stairwells */
function drawn(place, stairwells) {
  const chosen = ticked.value;
  const doors = stairwells.flatMap((one) => one.doors);
  if (asking.value && chosen) return deliveryForm({ place, doors: doors.filter(({ household_id }) => chosen.has(household_id)), done });
  return html`${ballotLegend(stairwells)}${doorPart(place)}
    ${buildingPicture({ stairwells: drawnWells(stairwells), wordsOf: (door) => wordsOfMark(door.mark),
      hrefOf: (door) => link(PATH, place.params, { building: place.query.get('building') ?? '', door: door.household_id }),
      ticking: chosen ? { ticked: chosen, toggle, sweep: sweepHandlers } : null })}
    <div class="action-bar">${chosen ? html`<p role="status"><b>${t('building.ticked', { n: chosen.size })}</b> <span class="soft">${t('building.tick_how')}</span></p>
      ${button({ label: t('ballots.deliver_next'), kind: 'primary', busy: !chosen.size, onClick: () => { asking.value = true; } })}${button({ label: t('building.tick_stop'), kind: 'quiet', onClick: stopTicking })}`
      : button({ label: t('ballots.deliver_tick'), kind: 'primary', icon: 'list-checks', onClick: startTicking })}</div>`;
}

function done() {
  asking.value = false;
  stopTicking();
}

/** What is known of the door that was tapped. @param {Place} place */
const doorPart = ({ params, query }) => (query.get('door') ? shown(doorDeliveries.reading.value, (all) => html`<section id="door" class="card stack" aria-live="polite"><h2>${all[0]?.door ?? t('ballots.door_none')}</h2>
  ${all.length ? html`<ul class="stack">${all.map((one) => html`<li key=${one.id}><b>${t(`ballots.how.${/** @type {'posted'} */ (one.how)}`)}</b> ${whenWords(one.delivered_at)} <span class="soft">${one.by} · ${t(proofWords(one))}</span>${one.note ? html`<p>${one.note}</p>` : null}${shownPhotos(one.attachments, t('ballots.delivery_photo'))}</li>`)}</ul>` : html`<p>${t('ballots.door_none_more')}</p>`}</section>`, () => doorDeliveries.load(`${params.id}/${query.get('door')}`)) : null);

/** A promised photo proves nothing before it is here. @param {import('../../../store/deliberation/ballots/rounds.js').Schemas['DeliveryOut']} one */
function proofWords({ proven, attachments }) {
  if (proven) return 'ballots.proven';
  return attachments.length ? 'ballots.photo_promised' : 'ballots.not_proven';
}
