import { signal } from '../../../vendor/signals.js';
import { momentOf } from '../../../lib/calendar.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { findElectors, recordPaper } from '../../../store/deliberation/ballots/papers.js';
import { proxies } from '../../../store/deliberation/ballots/proxies.js';
import { can, round } from '../../../store/deliberation/ballots/rounds.js';
import { may } from '../../../store/identity/session.js';
import { goInstead, say } from '../../../store/navigation.js';
import { services } from '../../../store/services.js';
import { timeZone, today } from '../../../store/sync/outbox.js';
import { button, linkButton } from '../../../ui/button.js';
import { choose } from '../../../ui/choices.js';
import { textField } from '../../../ui/field.js';
import { icon } from '../../../ui/icon.js';
import { notice } from '../../../ui/notice.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { photoPart } from '../../office/photo-part.js';
import { shown } from '../../reading.js';
import { answerSteps, sentAnswers } from './answer-fields.js';
import { canScan, Scanner } from './scan.js';

/**
 * Typing a paper in: whose it is, what it says, when it was handed in, its photo.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round
 */

const form = createForm(() => ({ code: '', answers: /** @type {Record<string, string>} */ ({}), day: '', proxy: '', corrects: '', photos: /** @type {import('../../office/photo-part.js').Kept[]} */ ([]) }));
/** Whose paper the code says it is. @type {import('../../../vendor/signals.js').Signal<{ code: string, doors: string[], elector_id: string } | null>} */
const whose = signal(null);
/** The code that the server says is nobody's here. */
const nobodys = signal('');
const scanning = signal(false);

/** @param {Place} place */
export async function enter({ params, query }) {
  const [code, corrects] = [query.get('code') ?? '', query.get('corrects') ?? ''];
  const { values } = form.state.peek();
  if ((code && code !== values.code) || corrects !== values.corrects) form.begin({ code, corrects });
  await Promise.all([round.load(params.id), may('deliberation:proxy:record') ? proxies.load(params.id) : null]);
  const one = round.reading.peek().value?.round;
  if (!form.state.peek().values.day) form.answer({ day: one && one.closes_on < today.peek() ? one.closes_on : today.peek() });
  if (code) await lookUp(params.id ?? '', code);
}

export const leave = () => { scanning.value = false; };

/** @param {Place} place */
export const view = (place) => ({
  title: t('ballots.paper_new'), back: link('/deliberation/ballots/:id/papers', { id: place.params.id ?? '' }),
  body: shown(round.reading.value, ({ round: one }) => (can(one, 'record_paper') ? asked(place, one)
    : html`<div class="stack">${notice({ kind: 'note', title: t('ballots.paper_not_you'), body: t('ballots.paper_not_you_more') })}${linkButton({ label: t('ballots.back_to_round'), href: link('/deliberation/ballots/:id', { id: one.id }), kind: 'primary' })}</div>`), () => enter(place)),
});

/** @param {Place} place @param {Round} one */
function asked(place, one) {
  const { values, errors } = form.state.value;
  return askedForm({ form, place, doneLabel: t('ballots.paper_keep'), onDone: () => send(place, one), questions: [
    { id: 'code', errors: () => needCode(), body: () => codeStep(one.id) },
    ...proxyStep(),
    ...answerSteps(one, { answers: values.answers, errors, change: (answers) => form.answer({ answers }), missing: t('ballots.error.answer') }),
    { id: 'day', body: () => textField({ ...form.field('day'), label: t('ballots.handed_in'), hint: t('ballots.handed_in_hint'), type: 'date', min: one.opens_on, max: one.closes_on < today.value ? one.closes_on : today.value }) },
    { id: 'photo', errors: () => needPhoto(), body: () => photoPart(form, t('ballots.paper_photo_why')) ?? html`<p>${t('ballots.no_photo_here')}</p>` },
  ] });
}

/** Who holds a standing proxy for whose paper it is. */
const holders = () => (proxies.reading.value.value?.proxies ?? []).filter(({ elector_id, state }) => state === 'stands' && elector_id === whose.value?.elector_id);

const OWN = 'own';

/** @returns {Record<string, string>} */
const needHolder = () => (form.state.peek().values.proxy ? {} : { proxy: t('ballots.error.answer') });

/** Asked only where somebody may vote for the owner. @returns {import('../../../ui/questions.js').Question[]} */
const proxyStep = () => (holders().length ? [{
  id: 'proxy', errors: needHolder,
  body: () => choose({ id: 'proxy', legend: t('ballots.filled_by'), value: form.state.value.values.proxy || null, error: form.state.value.errors.proxy,
    options: [{ value: OWN, label: t('ballots.filled_own') }, ...holders().map(({ id, holder, document_here }) => ({ value: id, label: t('ballots.filled_proxy', { name: holder ?? '' }), more: document_here ? undefined : t('ballots.filled_proxy_waits') }))],
    onChange: (proxy) => form.answer({ proxy }) }),
}] : []);

/** The proxy as it is sent: of this elector, or none. @param {string} chosen */
const sentProxy = (chosen) => holders().find(({ id }) => id === chosen)?.id ?? null;

/** @param {string} id */
const codeStep = (id) => html`<div class="stack">
  ${form.state.value.values.corrects ? notice({ kind: 'note', title: t('ballots.correcting'), body: t('ballots.correcting_more') }) : null}
  ${scanning.value ? html`<${Scanner} label=${t('ballots.scanner')} onCode=${(/** @type {string} */ code) => scanned(id, code)} onFail=${() => { scanning.value = false; form.show({ code: t('ballots.error.camera') }); }} />` : null}
  ${canScan() ? button({ label: t(scanning.value ? 'ballots.scan_stop' : 'ballots.scan'), icon: 'qr-code', wide: true, onClick: () => { scanning.value = !scanning.value; } }) : null}
  ${textField({ ...form.field('code'), label: t('ballots.code'), hint: t('ballots.code_hint'), maxlength: 20, autocomplete: 'off', onInput: (code) => typed(id, code) })}
  ${whose.value?.code && sameCode(whose.value.code, form.state.value.values.code) ? html`<p class="place" role="status">${icon('circle-check')} ${whose.value.doors.join(t('ballots.and'))}</p>` : null}</div>`;

/** @param {string} id @param {string} code */
function scanned(id, code) {
  scanning.value = false;
  form.answer({ code });
  void lookUp(id, code);
}

const CODE_LENGTH = 12;
/** @param {string} code */
const plain = (code) => code.toUpperCase().replace(/[^0-9A-Z]/g, '');
/** @param {string} a @param {string} b */
const sameCode = (a, b) => plain(a) === plain(b).replace(/O/g, '0').replace(/[IL]/g, '1');

/** @param {string} id @param {string} code */
function typed(id, code) {
  form.answer({ code });
  if (form.state.peek().errors.code) form.show({});
  if (plain(code).length === CODE_LENGTH) void lookUp(id, code);
}

/** Without an answer nobody is named and nothing is wrong; the server looks again when it is sent. @param {string} id @param {string} code */
async function lookUp(id, code) {
  const found = await findElectors(id, code).catch(() => null);
  const one = found?.find((each) => sameCode(each.code, code));
  whose.value = one ?? null;
  nobodys.value = found && !one ? plain(code) : '';
  if (nobodys.value && nobodys.value === plain(form.state.peek().values.code)) form.show(needCode());
}

/** @returns {Record<string, string>} */
function needCode() {
  const code = plain(form.state.peek().values.code);
  if (code.length !== CODE_LENGTH) return { code: t('ballots.error.code') };
  return code === nobodys.peek() ? { code: t('ballots.error.nobodys_code') } : {};
}

/** @returns {Record<string, string>} */
const needPhoto = () => (form.state.peek().values.photos.length ? {} : { photos: t('ballots.error.paper_photo') });

/** @param {Place} place @param {Round} one */
async function send({ params }, one) {
  await lookUp(one.id, form.state.peek().values.code);
  const made = await form.submit(({ code, answers, day, proxy, corrects, photos }, id) => recordPaper(one.id, {
    id, code: code.trim(), answers: sentAnswers(answers), corrects: corrects || null, proxy_id: sentProxy(proxy),
    handed_in_at: day === today.peek() ? services.clock.iso() : momentOf(day, 'afternoon', timeZone.peek()), attachments: [],
  }, photos), needCode());
  if (!made) return;
  whose.value = null;
  say(t('ballots.paper_kept', { doors: made.doors.join(t('ballots.and')) }));
  goInstead(link('/deliberation/ballots/:id/papers', { id: params.id ?? '' }));
}
