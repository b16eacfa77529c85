import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { icon } from '../../../ui/icon.js';
import { chip } from '../../../ui/mark.js';

/** @typedef {import('../../../types/model.js').ActionItem} ActionItem */

/** @param {Pick<ActionItem, 'overdue' | 'to_review' | 'state'>} one */
export function actionChip({ overdue, to_review, state }) {
  if (overdue) return chip('escalated', t('sessions.action.overdue'));
  if (to_review) return chip('tried', t('sessions.action.to_review'));
  return chip({ open: 'none', in_progress: 'tried', done: 'waiting', closed: 'talked', cancelled: 'left_alone' }[state], t(`sessions.action.${state}`));
}

/** Something to do: who, until when, how it stands. @param {ActionItem} one */
export const actionCard = (one) => html`<a class="card card-link" href=${link('/deliberation/action-items/:id', { id: one.id })}>
  <span class="grow stack-tight"><span class="card-title">${one.words}</span>
    <span class="card-detail">${[one.owner_name, t('sessions.action.due', { day: day(one.due_on) })].join(t('date.comma'))}</span>
    <span class="row">${actionChip(one)}${one.mine ? html`<span class="tag">${t('sessions.action.yours')}</span>` : null}</span></span>
  <span class="go">${icon('chevron-right')}</span></a>`;
