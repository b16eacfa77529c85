import { signal } from '../../vendor/signals.js';
import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { goInstead, say } from '../../store/navigation.js';
import { adoptParcel, unpackParcel } from '../../store/sync/parcel.js';
import { button } from '../../ui/button.js';
import { textField } from '../../ui/field.js';
import { notice } from '../../ui/notice.js';

const form = signal({ file: /** @type {File | null} */ (null), password: '', failed: false });

/** Taking over what another phone packed. */
export const parcelIn = () => html`<section class="section stack">
  <h2>${t('parcel.title')}</h2><p class="soft">${t('parcel.explain')}</p>
  ${form.value.failed ? notice({ kind: 'bad', title: t('parcel.failed') }) : null}
  <div class="field"><label for="parcel">${t('parcel.file')}</label>
    <input id="parcel" type="file" accept=".linli,application/json" onChange=${choose} /></div>
  ${textField({ id: 'parcel-password', label: t('handover.password'), value: form.value.password, autocomplete: 'off',
    onInput: (password) => { form.value = { ...form.value, password }; } })}
  ${button({ label: t('parcel.open'), wide: true, onClick: open })}
</section>`;

/** @param {Event} event */
function choose(event) {
  const file = /** @type {HTMLInputElement} */ (event.target).files?.[0] ?? null;
  form.value = { ...form.value, file, failed: false };
}

async function open() {
  const { file, password } = form.value;
  const parcel = file && (await unpackParcel(await file.text(), password.trim()));
  if (!parcel) {
    form.value = { ...form.value, failed: true };
    return;
  }
  await adoptParcel(parcel);
  form.value = { file: null, password: '', failed: false };
  say(t('parcel.adopted', { n: parcel.items.length }));
  goInstead('#/outbox');
}
