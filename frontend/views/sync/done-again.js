/**
 * Kinds that no form puts right: what they were about is looked at, and it is done again there, or not.
 * @type {readonly string[]}
 */
export const DONE_AGAIN = [
  'session_attendance', 'speaking_request', 'motion', 'hand', 'hand_count', 'minutes_photo', 'desk_step', 'home_answer', 'comment_vote', 'feedback_step', 'ballot_delivery',
];
