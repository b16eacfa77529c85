import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { addDays } from '../../lib/calendar.js';
import { answerVisit } from '../../store/care/visit.js';
import { today } from '../../store/sync/outbox.js';
import { choose } from '../../ui/choices.js';
import { icon } from '../../ui/icon.js';
import { dueWords } from '../dates.js';

/** @type {import('../../types/model.js').Part[]} */
const PARTS = ['morning', 'afternoon', 'evening'];

/** Days a volunteer can name without a calendar. */
const DAYS_AHEAD = [0, 1, 2, 3, 7];

/**
 * When the door is knocked again: proposed at once, changed only by who wants to.
 * @param {import('../../store/care/visit-form.js').VisitForm} form
 * @param {Record<string, string>} errors
 */
export const nextTime = (form, errors) => html`<details class="card" open=${form.outcome === 'ask_again' || Boolean(errors.next_part)}>
  <summary>${icon('clock')}<b class="grow">${form.next_day ? t('visit.next', { when: dueWords(form.next_day, form.next_part) }) : t('visit.next_open')}</b>
    <u>${t('visit.next_change')}</u></summary>
  <div class="stack below">
    ${choose({ id: 'next_day', legend: t('visit.next_day'), across: true, value: form.next_day || null,
      options: DAYS_AHEAD.map((ahead) => addDays(today.value, ahead)).map((date) => ({ value: date, label: dueWords(date, null) })),
      onChange: (next_day) => answerVisit({ next_day }) })}
    ${choose({ id: 'next_part', legend: t('visit.next_part'), across: true, error: errors.next_part, value: form.next_part,
      options: PARTS.map((value) => ({ value, label: t(`part.${value}`) })), onChange: (next_part) => answerVisit({ next_part }) })}
  </div>
</details>`;
