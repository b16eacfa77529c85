import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { notice } from '../../ui/notice.js';

/**
 * What this door said before, and the answer that the visit brings along.
 * @param {import('../../types/model.js').OpenGrievance[]} grievances
 */
export const openGrievances = (grievances) => grievances.map(({ id, words, answer }) => html`<div key=${id}>${notice({
  kind: answer ? 'good' : 'note',
  title: t(answer ? 'grievance.bring' : 'grievance.open'),
  body: html`<p>${t('grievance.quote', { words })}</p>${answer ? html`<p><b>${t('grievance.answer')}</b>${answer}</p>` : null}`,
})}</div>`);
