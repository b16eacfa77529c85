import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { list } from '../../../store/deliberation/comparison_lists/lists.js';
import { signReport, takeDrawing } from '../../../store/deliberation/comparison_lists/visits.js';
import { canSendFiles } from '../../../store/office/files.js';
import { me } from '../../../store/identity/session.js';
import { goInstead, say } from '../../../store/navigation.js';
import { button } from '../../../ui/button.js';
import { errorSummary } from '../../../ui/error-summary.js';
import { textField } from '../../../ui/field.js';
import { SignatureField } from '../../../ui/signature.js';
import { createForm } from '../../office/form.js';
import { shown } from '../../reading.js';
import { nameOf } from './scores.js';

/** @typedef {import('../../../lib/router.js').Place} Place */

const form = createForm(() => ({ name: '', drawn: /** @type {Blob | null} */ (null) }));

/** @param {Place} place */
export async function enter({ params }) {
  form.begin({ name: me.peek()?.account.display_name ?? '' });
  await list.load(params.id);
}

/** Standing for a report with one's name. @param {Place} place */
export const view = (place) => ({
  title: t('comparison_lists.sign'), back: link('/deliberation/comparison-lists/:id', place.params),
  body: shown(list.reading.value, ({ list: one, reports }) => signing(place, one, reports.find(({ id }) => id === place.params.report)), () => list.load(place.params.id)),
});

/**
 * @param {Place} place
 * @param {import('../../../store/deliberation/comparison_lists/lists.js').List} one
 * @param {import('../../../store/deliberation/comparison_lists/lists.js').Report | undefined} report
 */
function signing(place, one, report) {
  if (!report) return html`<p>${t('lost.title')}</p>`;
  const { errors, busy } = form.state.value;
  return html`<div class="stack">${errorSummary(errors)}
    <p><b>${nameOf(one, report.option)} · ${report.place}</b></p><p class="quote">${report.findings}</p>
    ${textField({ ...form.field('name'), label: t('comparison_lists.sign_name'), hint: t('comparison_lists.sign_name_hint', { account: me.value?.account.display_name ?? '' }) })}
    ${canSendFiles() ? html`<${SignatureField} label=${t('comparison_lists.sign_draw')} clear=${t('comparison_lists.sign_clear')} onDraw=${(/** @type {Blob | null} */ drawn) => form.answer({ drawn })} />` : null}
    <div class="action-bar">${button({ label: t('comparison_lists.sign_do'), kind: 'primary', busy, onClick: () => send(place) })}</div></div>`;
}

/** @param {Place} place */
async function send({ params }) {
  const { name, drawn } = form.state.peek().values;
  const file = drawn ? await takeDrawing(drawn) : null;
  const made = await form.submit((_values, id) => signReport(params.report ?? '', { id, name: name.trim() }, file), name.trim() ? {} : { name: t('comparison_lists.error.name') });
  if (!made) return;
  say(t('comparison_lists.sign_done'));
  goInstead(link('/deliberation/comparison-lists/:id', { id: params.id ?? '' }));
}
