import { waitingWorker, useNewVersion } from '../../store/shell.js';
import { t } from '../../lib/i18n.js';
import { button } from '../../ui/button.js';
import { notice } from '../../ui/notice.js';

/** A newer program is on the phone. It is taken when the person says so, never under their fingers. */
export const newerVersion = () => (waitingWorker.value
  ? notice({ title: t('version.newer'), action: button({ label: t('version.use'), onClick: useNewVersion }) })
  : null);
