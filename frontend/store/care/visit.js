import { otherTime } from '../../lib/calendar.js';
import { slotOf } from '../../lib/outbox/item.js';
import { services } from '../services.js';
import { createDraft } from '../sync/draft.js';
import { timeZone } from '../sync/outbox.js';
import { newDraft, record, recordCorrection } from '../sync/record.js';
import { emptyVisit, outcomeErrors, visitFormOf, visitPayload } from './visit-form.js';

/**
 * @typedef {import('./visit-form.js').VisitForm} VisitForm
 * @typedef {import('../../lib/outbox/item.js').Item} Item
 */

const KIND = 'door_visit';

/** @type {ReturnType<typeof createDraft<VisitForm>>} */
const visits = createDraft(KIND);
export const visitDraft = visits.draft;
export const { addFile, removeFile, showErrors, close: closeVisit } = visits;

/** @param {{ canvass: string, household: string, label: string }} door */
export const openVisit = ({ canvass, household, label }) =>
  visits.open({ order_key: household, label, about: canvass }, emptyVisit);

/** A visit the server refused, to be put right. @param {Item} item */
export const reopenVisit = (item) => visits.reopen(item, visitFormOf(item.payload, timeZone.peek()));

/** What keeps the first question from being done. @param {VisitForm} form */
export const firstErrors = (form) => outcomeErrors(form, { now: services.clock.now(), timeZone: timeZone.peek() });

/** @param {Partial<VisitForm>} change */
export function answerVisit(change) {
  const proposed = change.outcome === 'nobody_home' ? proposedTime() : {};
  visits.answer({ ...proposed, ...change });
}

/** Another part of the day than the one just tried. @returns {Partial<VisitForm>} */
function proposedTime() {
  const { date, part } = otherTime(services.clock.now(), timeZone.peek());
  return { next_day: date, next_part: part };
}

/** Done: from here on it is in the outbox. @returns {Promise<string>} where it was */
export async function finishVisit() {
  const { item, form } = visitDraft.peek() ?? {};
  if (!item || !form) return '';
  const happened_at = item.state === 'draft' ? services.clock.iso() : item.payload.happened_at;
  const payload = visitPayload(form, {
    canvass_id: item.about ?? '', household_id: item.order_key, happened_at, attachments: item.attachments.map(slotOf),
  }, timeZone.peek());
  if (item.state === 'draft') await record([{ ...item, payload, recorded_at: services.clock.iso() }]);
  else await recordCorrection(item, payload);
  visits.close();
  return item.label;
}

/**
 * One stroke for several doors: each becomes a visit of its own.
 * @param {string} canvass
 * @param {{ household: string, label: string }[]} doors
 */
export function recordNobodyHome(canvass, doors) {
  const form = { ...emptyVisit(), outcome: /** @type {const} */ ('nobody_home'), ...proposedTime() };
  const happened_at = services.clock.iso();
  return record(doors.map(({ household, label }) => newDraft({
    kind: KIND, order_key: household, label, about: canvass,
    payload: visitPayload(form, { canvass_id: canvass, household_id: household, happened_at, attachments: [] }, timeZone.peek()),
  })));
}

/** @returns {import('../../types/model.js').Grievance} */
export const newGrievance = () => ({ id: services.newId(), matter: 'new_matter', category: 'other', words: '' });
