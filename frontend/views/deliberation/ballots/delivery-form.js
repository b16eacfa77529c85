import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { recordDeliveries } from '../../../store/deliberation/ballots/deliveries.js';
import { say } from '../../../store/navigation.js';
import { button } from '../../../ui/button.js';
import { choose, tickBox } from '../../../ui/choices.js';
import { errorSummary } from '../../../ui/error-summary.js';
import { textField } from '../../../ui/field.js';
import { createForm } from '../../office/form.js';
import { photoPart } from '../../office/photo-part.js';

/** @typedef {import('../../../store/deliberation/ballots/deliveries.js').How} How */

const HOWS = /** @type {How[]} */ (['handed_over', 'left_at_door', 'posted', 'electronic', 'public_notice']);

const form = createForm(() => ({ how: /** @type {How | ''} */ (''), signed: false, note: '', photos: /** @type {import('../../office/photo-part.js').Kept[]} */ ([]) }));

/** How the ticked doors got their ballots. @param {{ place: import('../../../lib/router.js').Place, doors: { household_id: string, code: string }[], done: () => void }} how */
export function deliveryForm({ place, doors, done }) {
  const { values, errors, busy } = form.state.value;
  return html`<div class="stack"><p class="place">${doors.map(({ code }) => code).slice(0, 6).join(t('ballots.and'))}${doors.length > 6 ? t('ballots.and_more', { n: doors.length }) : ''}</p>
    ${errorSummary(errors)}
    ${choose({ id: 'how', legend: t('ballots.deliver_question'), value: values.how || null, error: errors.how, options: HOWS.map((value) => ({ value, label: t(`ballots.how.${value}`) })), onChange: (how) => form.answer({ how }) })}
    ${values.how === 'handed_over' ? tickBox({ id: 'signed', label: t('ballots.signed'), more: t('ballots.signed_more'), checked: values.signed, onChange: (signed) => form.answer({ signed }) }) : null}
    ${textField({ ...form.field('note'), label: t('ballots.deliver_note'), maxlength: 500 })}
    ${photoPart(form, t('ballots.deliver_photo_why'))}
    <div class="action-bar">${button({ label: t('ballots.deliver_keep', { n: doors.length }), kind: 'primary', busy, onClick: () => send(place, doors, done) })}${button({ label: t('ballots.deliver_back'), kind: 'quiet', onClick: done })}</div></div>`;
}

/** @param {import('../../../lib/router.js').Place} place @param {{ household_id: string, code: string }[]} doors @param {() => void} done */
async function send({ params }, doors, done) {
  const { how } = form.state.peek().values;
  const kept = await form.submit(async ({ signed, note, photos }) => {
    await recordDeliveries(params.id ?? '', doors.map(({ household_id, code }) => ({ household: household_id, label: code })), { how: how || 'handed_over', signed: how === 'handed_over' && signed, note: note.trim(), photos });
    return true;
  }, how ? {} : { how: t('ballots.error.answer') });
  if (!kept) return;
  say(t('ballots.delivered_n', { n: doors.length }));
  done();
}
