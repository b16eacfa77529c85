import { t } from '../../../lib/i18n.js';
import { addHoliday } from '../../../store/care/register/holidays.js';
import { goInstead, say } from '../../../store/navigation.js';
import { today } from '../../../store/sync/outbox.js';
import { textField } from '../../../ui/field.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';

const form = createForm(() => ({ on_day: '', name: '' }));

/** @param {import('../../../lib/router.js').Place} place */
export const view = (place) => ({
  title: t('office.holiday.new'), back: '#/office/holidays',
  body: askedForm({ form, place, doneLabel: t('office.holiday.make'), onDone: send, questions: [
    { id: 'day', errors: () => need('on_day', t('office.holiday.error.day')), body: () => textField({ ...form.field('on_day'), label: t('office.holiday.day'), type: 'date', min: today.value, short: true }) },
    { id: 'name', errors: () => need('name', t('office.holiday.error.name')), body: () => textField({ ...form.field('name'), label: t('office.holiday.name'), hint: t('office.holiday.name_hint'), maxlength: 60 }) },
  ] }),
});

/** @param {'on_day' | 'name'} id @param {string} words @returns {Record<string, string>} */
const need = (id, words) => (form.state.peek().values[id].trim() ? {} : { [id]: words });

async function send() {
  const made = await form.submit(({ on_day, name }, id) => addHoliday({ id, on_day, name: name.trim() }));
  if (!made) return;
  say(t('office.holiday.made'));
  goInstead('#/office/holidays');
}
