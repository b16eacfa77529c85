import { moment, t } from '../lib/i18n.js';
import { html } from '../lib/html.js';
import { timeZone } from '../store/sync/outbox.js';
import { button } from '../ui/button.js';
import { notice } from '../ui/notice.js';
import { skeleton } from '../ui/waiting.js';
import { failureWords } from './failure.js';

/**
 * Something read from the server, in whatever state it is: its shape while it comes, the phone's copy with
 * its time while the server is out of reach, the reason when there is nothing.
 * @template T
 * @param {import('../store/resource.js').Reading<T>} reading
 * @param {(value: T) => unknown} show
 * @param {() => unknown} retry
 */
export function shown(reading, show, retry) {
  if (reading.value !== null) return html`${reading.error ? staleNotice(reading) : null}${show(reading.value)}`;
  if (reading.state === 'loading') return skeleton();
  return notice({
    kind: 'warn', title: t('reading.failed'), body: failureWords(reading.error), action: button({ label: t('reading.again'), onClick: retry }),
  });
}

/** @param {import('../store/resource.js').Reading<any>} reading */
const staleNotice = ({ storedAt, error }) => html`<p class="soft" role="status">
  ${failureWords(error)} ${storedAt ? t('reading.copy', { time: moment(storedAt, timeZone.value) }) : null}</p>`;
