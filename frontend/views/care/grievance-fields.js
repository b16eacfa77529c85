import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { answerVisit, newGrievance } from '../../store/care/visit.js';
import { button } from '../../ui/button.js';
import { choose } from '../../ui/choices.js';
import { selectField, textArea } from '../../ui/field.js';

/**
 * @typedef {import('../../types/model.js').Grievance} Grievance
 * @typedef {import('../../store/care/visit-form.js').VisitForm} VisitForm
 */

/** @type {Grievance['category'][]} */
const CATEGORIES = ['noise', 'lift', 'leak', 'money', 'access', 'safety', 'other'];
/** @type {Grievance['matter'][]} */
const MATTERS = ['old_grievance', 'new_matter'];

/**
 * What they want to have said: old grievances apart from new matters, in their own words.
 * @param {VisitForm} form
 * @param {Record<string, string>} errors
 */
export const grievanceFields = (form, errors) => html`<div class="stack">
  <h2>${t('visit.grievances')}</h2>
  <p class="soft">${t('visit.grievances_hint')}</p>
  ${form.grievances.map((one, at) => html`<div class="card stack" key=${one.id}>${fields(form, one, at, errors)}</div>`)}
  ${button({ label: t(form.grievances.length ? 'visit.grievance_more' : 'visit.grievance_add'), icon: 'plus', wide: true,
    onClick: () => answerVisit({ grievances: [...form.grievances, newGrievance()] }) })}
</div>`;

/** @param {VisitForm} form @param {Grievance} one @param {number} at @param {Record<string, string>} errors */
function fields(form, one, at, errors) {
  const change = (/** @type {Partial<Grievance>} */ part) =>
    answerVisit({ grievances: form.grievances.map((other) => (other.id === one.id ? { ...other, ...part } : other)) });
  return html`
    ${choose({ id: `matter-${one.id}`, legend: t('grievance.n', { n: at + 1 }), across: true, value: one.matter,
      options: MATTERS.map((value) => ({ value, label: t(`matter.${value}`) })), onChange: (matter) => change({ matter }) })}
    ${selectField({ id: `category-${one.id}`, label: t('grievance.category'), value: one.category,
      options: CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) })),
      onInput: (category) => change({ category: /** @type {Grievance['category']} */ (category) }) })}
    ${textArea({ id: `words-${one.id}`, label: t('grievance.words'), value: one.words, error: errors[`words-${one.id}`], rows: 3,
      onInput: (words) => change({ words }) })}
    ${button({ label: t('grievance.remove'), kind: 'quiet',
      onClick: () => answerVisit({ grievances: form.grievances.filter(({ id }) => id !== one.id) }) })}`;
}
