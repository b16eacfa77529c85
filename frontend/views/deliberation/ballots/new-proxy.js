import { signal } from '../../../vendor/signals.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { findElectors } from '../../../store/deliberation/ballots/papers.js';
import { proxies, recordProxy } from '../../../store/deliberation/ballots/proxies.js';
import { members } from '../../../store/identity/team.js';
import { goInstead, say } from '../../../store/navigation.js';
import { button } from '../../../ui/button.js';
import { choose } from '../../../ui/choices.js';
import { selectField, textField } from '../../../ui/field.js';
import { failureWords } from '../../failure.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { photoPart } from '../../office/photo-part.js';
import { shown } from '../../reading.js';

/** A written proxy: whose, to whom, and its photo. @typedef {import('../../../lib/router.js').Place} Place */

const form = createForm(() => ({ door: '', elector: '', kind: /** @type {'member' | 'person' | ''} */ (''), member: '', name: '', phone: '', photos: /** @type {import('../../office/photo-part.js').Kept[]} */ ([]) }));
/** Electors behind the door that was typed. @type {import('../../../vendor/signals.js').Signal<import('../../../store/deliberation/ballots/papers.js').Elector[]>} */
const found = signal([]);

/** @param {Place} place */
export function enter({ params }) {
  void proxies.load(params.id);
  void members.load();
}

/** @param {Place} place */
export const view = (place) => ({
  title: t('ballots.proxy_new'), back: link('/deliberation/ballots/:id/proxies', { id: place.params.id ?? '' }),
  body: shown(proxies.reading.value, ({ round }) => html`<div class="stack"><p>${t('ballots.proxy_limit', { n: round.profile.proxy_limit })}</p>${asked(place)}</div>`, () => enter(place)),
});

/** @param {Place} place */
function asked(place) {
  const { values, errors } = form.state.value;
  return askedForm({ form, place, doneLabel: t('ballots.proxy_keep'), onDone: () => send(place), questions: [
    { id: 'elector', errors: () => wrong(!form.state.peek().values.elector, { elector: t('ballots.error.elector') }), body: () => whoseStep(place.params.id ?? '') },
    { id: 'holder', errors: holderErrors, body: () => html`<div class="stack">${choose({ id: 'kind', legend: t('ballots.proxy_who'), value: values.kind || null, error: errors.kind, options: [{ value: 'member', label: t('ballots.proxy_member') }, { value: 'person', label: t('ballots.proxy_person') }], onChange: (kind) => form.answer({ kind: /** @type {'member'} */ (kind) }) })}
      ${values.kind === 'member' ? selectField({ ...form.field('member'), label: t('ballots.proxy_choose'), options: [{ value: '', label: t('ballots.choose') }, ...(members.reading.value.value ?? []).map(({ account_id, display_name }) => ({ value: account_id, label: display_name }))] }) : null}
      ${values.kind === 'person' ? html`${textField({ ...form.field('name'), label: t('ballots.proxy_name'), maxlength: 100 })}${textField({ ...form.field('phone'), label: t('ballots.proxy_phone'), hint: t('ballots.proxy_phone_hint'), inputmode: 'tel', maxlength: 30 })}` : null}</div>` },
    { id: 'document', errors: () => wrong(!form.state.peek().values.photos.length, { photos: t('ballots.error.document') }), body: () => photoPart(form, t('ballots.proxy_photo_why')) ?? html`<p>${t('ballots.no_photo_here')}</p>` },
  ] });
}

/** @param {boolean} is @param {Record<string, string>} errors @returns {Record<string, string>} */
const wrong = (is, errors) => (is ? errors : {});

/** @param {string} id */
const whoseStep = (id) => html`<div class="stack">${textField({ ...form.field('door'), label: t('ballots.proxy_door'), hint: t('ballots.proxy_door_hint') })}
  ${button({ label: t('ballots.proxy_find'), onClick: () => find(id) })}
  ${found.value.length || form.state.value.errors.elector ? choose({ id: 'elector', legend: t('ballots.proxy_whose'), value: form.state.value.values.elector || null, error: form.state.value.errors.elector,
    options: found.value.map(({ elector_id, doors, code }) => ({ value: elector_id, label: doors.join(t('ballots.and')), more: code })), onChange: (elector) => form.answer({ elector }) }) : null}</div>`;

/** @param {string} id */
async function find(id) {
  try {
    found.value = await findElectors(id, form.state.peek().values.door.trim());
    form.show(found.value.length ? {} : { elector: t('ballots.error.elector') });
  } catch (error) {
    form.show({ elector: failureWords(error) });
  }
}

/** @returns {Record<string, string>} */
function holderErrors() {
  const { kind, member, name, phone } = form.state.peek().values;
  if (!kind) return { kind: t('ballots.error.answer') };
  return (kind === 'member' ? member : name.trim() && phone.trim()) ? {} : { [kind === 'member' ? 'member' : 'name']: t('ballots.error.holder') };
}

/** @param {Place} place */
async function send({ params }) {
  const made = await form.submit(({ elector, kind, member, name, phone, photos }, id) => recordProxy(params.id ?? '', {
    id, elector_id: elector, ...(kind === 'member' ? { holder_account_id: member } : { holder_name: name.trim(), holder_phone: phone.trim() }),
  }, photos));
  if (!made) return;
  found.value = [];
  say(t('ballots.proxy_kept'));
  goInstead(link('/deliberation/ballots/:id/proxies', { id: params.id ?? '' }));
}
