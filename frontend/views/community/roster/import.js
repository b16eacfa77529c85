import { signal } from '../../../vendor/signals.js';
import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { current, rows, unwatch, watch } from '../../../store/community/roster.js';
import { openDecisions } from '../../../store/community/roster-decisions.js';
import { button } from '../../../ui/button.js';
import { notice } from '../../../ui/notice.js';
import { skeleton } from '../../../ui/waiting.js';
import { failureWords } from '../../failure.js';
import { asking, unask } from '../../office/ask.js';
import { beside } from '../../office/beside.js';
import { columnsForm } from './columns.js';
import { decisionForm, openRow } from './decision.js';
import { rowList } from './rows.js';
import { overview } from './overview.js';

/**
 * One roster on its way in: on the left how it stands, on the right what was tapped.
 * @typedef {import('../../../lib/router.js').Place} Place
 */

const failure = signal(/** @type {string | null} */ (null));
let seen = '';

/** @param {Place} place */
export async function enter({ params, query }) {
  const id = params.id ?? '';
  if (current.peek()?.id !== id) await openDecisions(id);
  if (seen !== id) await look(id);
  seen = id;
  const outcome = query.get('outcome');
  if (outcome && !query.get('row')) void rows.load(`${id}?outcome=${outcome}`);
  if (query.get('row')) openRow(id, query.get('row') ?? '');
}

/** @param {string} id */
async function look(id) {
  failure.value = null;
  await watch(id).catch((error) => { failure.value = failureWords(error); });
}

export function leave() {
  seen = '';
  unwatch();
  unask();
}

/** @param {Place} place */
export function view({ params, query }) {
  const one = current.value;
  const id = params.id ?? '';
  if (!one || one.id !== id) return { title: t('office.place.roster'), back: '#/office/roster', body: failure.value ? failed(id) : skeleton() };
  const shut = link('/office/roster/:id', { id });
  return {
    title: one.filename,
    back: '#/office/roster',
    wide: true,
    body: html`${beside({ shut, list: overview(one, query.get('outcome')), detail: detail(one, query) })}${asking()}`,
  };
}

/** @param {string} id */
const failed = (id) => notice({ kind: 'warn', title: t('reading.failed'), body: failure.value, action: button({ label: t('reading.again'), onClick: () => look(id) }) });

/** @param {import('../../../store/community/roster.js').Import} one @param {URLSearchParams} query */
function detail(one, query) {
  if (query.get('show') === 'columns') return columnsForm(one);
  const outcome = query.get('outcome');
  if (!outcome) return null;
  const row = query.get('row');
  return row ? decisionForm(one, row) : rowList(one, outcome);
}
