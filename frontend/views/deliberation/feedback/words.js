import { t } from '../../../lib/i18n.js';

/**
 * A report in words that everybody understands.
 * @typedef {import('../../../types/model.js').Feedback} Feedback
 */

/** @type {Record<import('../../../types/model.js').FeedbackKind, string>} */
export const ICONS = { noise: 'volume-2', access: 'door-open', dust: 'wind', lighting: 'lightbulb', button_height: 'move-vertical', other: 'circle-alert' };

export const KINDS = /** @type {(keyof typeof ICONS)[]} */ (Object.keys(ICONS));

/** The mark a state is told by, besides its words. @type {Record<Feedback['state'], string>} */
const MARKS = {
  reported: 'none', on_agenda: 'tried', answered: 'waiting', said_fixed: 'undecided',
  closed: 'talked', reopened: 'attention', declined: 'left_alone', merged: 'left_alone',
};

/** @param {Pick<Feedback, 'state' | 'overdue'>} one */
export const markOf = ({ state, overdue }) => (overdue ? 'escalated' : MARKS[state]);

/** @param {Pick<Feedback, 'state' | 'overdue'>} one */
export const stateWords = ({ state, overdue }) => (overdue ? t('feedback.overdue') : t(`feedback.state.${state}`));

/** @param {Pick<Feedback, 'building_code' | 'stairwell_code' | 'floor' | 'place'>} one */
export function placeWords({ building_code, stairwell_code, floor, place }) {
  const parts = [
    building_code === null ? t('feedback.outside') : t('feedback.building', { code: building_code }),
    stairwell_code === null ? '' : t('feedback.stairwell', { code: stairwell_code }),
    floor === null ? '' : t('feedback.floor', { n: floor }),
    place ?? '',
  ];
  return parts.filter(Boolean).join(' ');
}
