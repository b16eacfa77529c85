import { t, tKnown } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { needsAttention } from '../../lib/outbox/item.js';
import { notice } from '../../ui/notice.js';
import { DONE_AGAIN } from './done-again.js';

/** Why the server did not take it, in plain words; and that it is still here. @param {import('../../lib/outbox/item.js').Item} item */
export function problemNotice(item) {
  const { problem, state } = item;
  if (!needsAttention(item) || !problem) return null;
  const own = tKnown('problem', problem.code);
  return notice({
    kind: 'bad',
    title: t(state === 'conflict' ? 'item.conflict' : 'item.refused'),
    body: html`<p>${own ?? (problem.detail || problem.title || t('problem.other', { code: problem.code }))}</p>
      ${problem.errors.length && !own ? html`<ul>${problem.errors.map((one) => html`<li>${one.message}</li>`)}</ul>` : null}
      <p>${t(DONE_AGAIN.includes(item.kind) ? 'item.kept_again' : 'item.kept')}</p>`,
  });
}
