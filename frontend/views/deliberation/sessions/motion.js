import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { chip } from '../../../ui/mark.js';

/** @typedef {import('../../../types/model.js').RoomMotion} Motion */

/** A motion and its hands: for, against, and who is there without either. @param {Motion} motion */
export const motionPicture = (motion) => html`<div class="motion stack-tight">
  <p class="motion-words">${motion.words}</p>
  ${motion.outcome ? chip(motion.outcome === 'carried' ? 'talked' : 'oppose', t(`sessions.outcome.${motion.outcome}`)) : html`<p class="soft">${t('sessions.hands_up')}</p>`}
  <div class="chart" role="group" aria-label=${t('sessions.hands')}>
    ${bar('support', t('sessions.choice.agree'), motion.agree, motion.present)}
    ${bar('oppose', t('sessions.choice.oppose'), motion.oppose, motion.present)}
    ${bar('left_alone', t(motion.outcome ? 'sessions.choice.abstain' : 'sessions.choice.none'), motion.present - motion.agree - motion.oppose, motion.present)}
  </div>
  <p class="soft">${t('sessions.of_present', { n: motion.present })}${motion.how === 'counted' ? `${t('date.comma')}${t('sessions.counted')}` : ''}</p>
</div>`;

/** @param {string} state @param {string} label @param {number} value @param {number} of */
const bar = (state, label, value, of) => html`<div class=${`chart-line state state-${state}`}><span>${label}</span>
  <svg aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 10"><rect class="track" width="100" height="10" rx="1" /><rect class="part" width=${of > 0 ? (value / of) * 100 : 0} height="10" rx="1" />
    <path class="half" d="M50 0V10" /></svg><b>${value}</b></div>`;
