"""All that ``main`` connects of this context, and what contexts above it may use."""

from linli.deliberation.actions.ballots.close_round import close_when_due
from linli.deliberation.actions.ballots.due import CLOSE, FINISH, OPEN
from linli.deliberation.actions.ballots.finish_round import finish_when_due
from linli.deliberation.actions.ballots.open_round import open_when_due
from linli.deliberation.actions.ballots.record_deliveries import record_deliveries
from linli.deliberation.actions.comparison_lists.report_visit import SITE_VISIT_REPORT
from linli.deliberation.actions.comparison_lists.sign_report import SITE_VISIT_SIGNATURE
from linli.deliberation.actions.feedback.feedback_work import CLOSING, PROMISE, WEEKLY_AGENDA
from linli.deliberation.actions.feedback.follow_feedback import (
    close_uncontradicted,
    remind_of_promise,
)
from linli.deliberation.actions.feedback.report_feedback import report_feedback
from linli.deliberation.actions.feedback.say_whether_fixed import say_whether_fixed
from linli.deliberation.actions.proposals.log_comment_votes import log_comment_votes
from linli.deliberation.actions.proposals.log_comments import log_comments
from linli.deliberation.actions.proposals.log_home_answers import log_home_answers
from linli.deliberation.actions.representatives.close_election import close_election
from linli.deliberation.actions.representatives.erase_messages import erase_messages
from linli.deliberation.actions.representatives.keep_mandates import keep_mandates
from linli.deliberation.actions.representatives.remind_of_term import remind_of_term
from linli.deliberation.actions.representatives.send_messages import send_messages
from linli.deliberation.actions.representatives.work import (
    CLOSE_ELECTION,
    KEEP_MANDATES,
    REMIND_OF_TERM,
)
from linli.deliberation.actions.sessions.action_work import ACTION
from linli.deliberation.actions.sessions.close_motion import count_hands
from linli.deliberation.actions.sessions.decide import receive_decisions
from linli.deliberation.actions.sessions.draft_weekly import draft_weekly
from linli.deliberation.actions.sessions.follow_action import remind_of_action
from linli.deliberation.actions.sessions.give_action import receive_actions
from linli.deliberation.actions.sessions.photograph_minutes import photograph_minutes
from linli.deliberation.actions.sessions.put_motion import put_motion
from linli.deliberation.actions.sessions.raise_hand import raise_hand
from linli.deliberation.actions.sessions.raise_to_speak import raise_to_speak
from linli.deliberation.actions.sessions.record_attendance import record_attendance
from linli.deliberation.actions.sessions.step_at_desk import step_at_desk
from linli.deliberation.permissions.ballots import DELIVER_BALLOT
from linli.deliberation.permissions.feedback import REPORT_FEEDBACK
from linli.deliberation.permissions.proposals import COMMENT
from linli.deliberation.permissions.representatives import WRITE_MESSAGE
from linli.deliberation.permissions.sessions import ATTEND_SESSION, HOLD_SESSION, RAISE_HAND
from linli.deliberation.queries.ballots.files import (
    visible_agreements,
    visible_deliveries,
    visible_official,
    visible_papers,
    visible_proxies,
)
from linli.deliberation.queries.comparison_lists.site_visits import (
    visible_reports,
    visible_signatures,
)
from linli.deliberation.queries.cost_plans.receivables import receivables_of
from linli.deliberation.queries.feedback.report_detail import reports_with_files
from linli.deliberation.queries.proposals.comments import comments_with_files
from linli.deliberation.queries.representatives.assemblies import visible_assemblies
from linli.deliberation.queries.sessions.photos import visible_photos
from linli.deliberation.schemas.ballots.ledger import DeliveryRecord
from linli.deliberation.schemas.feedback import FeedbackIn, FixedAnswerIn
from linli.deliberation.schemas.proposals.comment import (
    CommentVoteRecord,
    HomeAnswerIn,
    ProposalCommentIn,
)
from linli.deliberation.schemas.representatives.message import MessageIn
from linli.deliberation.schemas.session_outcome import ActionItemTold, DecisionTold, MinutesPhotoIn
from linli.deliberation.schemas.session_room import (
    AttendanceIn,
    DeskStepIn,
    HandCountIn,
    HandIn,
    MotionIn,
    SpeakingRequestIn,
)
from linli.kernel.attachments.kinds import AttachmentKind
from linli.kernel.sync.items import SyncKind
from linli.kernel.work.worker import Handler

HANDLERS: dict[str, Handler] = {
    OPEN: open_when_due,
    CLOSE: close_when_due,
    FINISH: finish_when_due,
    CLOSE_ELECTION: close_election,
    KEEP_MANDATES: keep_mandates,
    REMIND_OF_TERM: remind_of_term,
    PROMISE: remind_of_promise,
    CLOSING: close_uncontradicted,
    WEEKLY_AGENDA: draft_weekly,
    ACTION: remind_of_action,
}
"""What is done when it is due, by kind."""

SYNC_KINDS: tuple[SyncKind, ...] = (
    SyncKind("proposal_comment", ProposalCommentIn, COMMENT, log_comments),
    SyncKind("home_answer", HomeAnswerIn, COMMENT, log_home_answers),
    SyncKind("comment_vote", CommentVoteRecord, COMMENT, log_comment_votes),
    SyncKind("ballot_delivery", DeliveryRecord, DELIVER_BALLOT, record_deliveries),
    SyncKind("feedback", FeedbackIn, REPORT_FEEDBACK, report_feedback),
    SyncKind("feedback_step", FixedAnswerIn, REPORT_FEEDBACK, say_whether_fixed),
    SyncKind("representative_message", MessageIn, WRITE_MESSAGE, send_messages),
    SyncKind("session_attendance", AttendanceIn, ATTEND_SESSION, record_attendance),
    SyncKind("speaking_request", SpeakingRequestIn, ATTEND_SESSION, raise_to_speak),
    SyncKind("motion", MotionIn, HOLD_SESSION, put_motion),
    SyncKind("hand", HandIn, RAISE_HAND, raise_hand),
    SyncKind("desk_step", DeskStepIn, HOLD_SESSION, step_at_desk),
    SyncKind("decision", DecisionTold, HOLD_SESSION, receive_decisions),
    SyncKind("action_item", ActionItemTold, HOLD_SESSION, receive_actions),
    SyncKind("hand_count", HandCountIn, HOLD_SESSION, count_hands),
    SyncKind("minutes_photo", MinutesPhotoIn, HOLD_SESSION, photograph_minutes),
)
"""What phones send in batches."""

ATTACHMENT_KINDS: tuple[AttachmentKind, ...] = (
    AttachmentKind("ballot", visible_papers),
    AttachmentKind("ballot_delivery", visible_deliveries),
    AttachmentKind("proxy_authorization", visible_proxies),
    AttachmentKind("voter_agreement", visible_agreements),
    AttachmentKind("official_result", visible_official),
    AttachmentKind("building_assembly", visible_assemblies),
    AttachmentKind("proposal_comment", comments_with_files),
    AttachmentKind("feedback", reports_with_files),
    AttachmentKind(SITE_VISIT_REPORT, visible_reports),
    AttachmentKind(SITE_VISIT_SIGNATURE, visible_signatures),
    AttachmentKind("minutes_photo", visible_photos),
)
"""Whose files there are, and who sees them."""

__all__ = ["ATTACHMENT_KINDS", "HANDLERS", "SYNC_KINDS", "erase_messages", "receivables_of"]
