import { t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { startTicking, stopTicking, ticked } from '../../store/care/ticking.js';
import { recordNobodyHome } from '../../store/care/visit.js';
import { say } from '../../store/navigation.js';
import { button } from '../../ui/button.js';

/**
 * Under the picture: paper, and several doors at once.
 * @param {{ canvass: string | null, doors: import('../../types/model.js').Door[] }} props
 */
export const buildingActions = ({ canvass, doors }) => html`
  <p class="below no-print">${button({ label: t('building.print'), icon: 'printer', kind: 'quiet', onClick: () => window.print() })}</p>
  ${canvass ? html`<div class="action-bar no-print">
    ${ticked.value ? tickingActions(canvass, doors, ticked.value)
      : button({ label: t('building.tick'), icon: 'list-checks', kind: 'primary', onClick: startTicking })}
  </div>` : null}`;

/** @param {string} canvass @param {import('../../types/model.js').Door[]} doors @param {Set<string>} chosen */
const tickingActions = (canvass, doors, chosen) => html`
  <p role="status"><b>${t('building.ticked', { n: chosen.size })}</b> <span class="soft">${t('building.tick_how')}</span></p>
  ${button({ label: t('building.nobody_home', { n: chosen.size }), kind: 'primary', busy: chosen.size === 0,
    onClick: () => nobodyHome(canvass, doors.filter((door) => chosen.has(door.household_id))) })}
  ${button({ label: t('building.tick_stop'), kind: 'quiet', onClick: stopTicking })}`;

/** @param {string} canvass @param {import('../../types/model.js').Door[]} doors */
async function nobodyHome(canvass, doors) {
  try {
    await recordNobodyHome(canvass, doors.map((door) => ({ household: door.household_id, label: door.code })));
    stopTicking();
    say(t('building.saved', { n: doors.length }));
  } catch (error) {
    console.error(error);
    say(t('form.not_saved'));
  }
}
