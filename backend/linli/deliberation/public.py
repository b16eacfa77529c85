"""All that ``main`` connects of this context, and what contexts above it may use."""

from linli.deliberation.actions.ballots.close_round import close_when_due
from linli.deliberation.actions.ballots.due import CLOSE, FINISH, OPEN
from linli.deliberation.actions.ballots.finish_round import finish_when_due
from linli.deliberation.actions.ballots.open_round import open_when_due
from linli.deliberation.actions.ballots.record_deliveries import record_deliveries
from linli.deliberation.actions.feedback.feedback_work import CLOSING, PROMISE
from linli.deliberation.actions.feedback.follow_feedback import (
    close_uncontradicted,
    remind_of_promise,
)
from linli.deliberation.actions.feedback.report_feedback import report_feedback
from linli.deliberation.actions.proposals.log_comments import log_comments
from linli.deliberation.actions.proposals.log_home_answers import log_home_answers
from linli.deliberation.actions.representatives.close_election import close_election
from linli.deliberation.actions.representatives.keep_mandates import keep_mandates
from linli.deliberation.actions.representatives.work import CLOSE_ELECTION, KEEP_MANDATES
from linli.deliberation.permissions.ballots import DELIVER_BALLOT
from linli.deliberation.permissions.feedback import REPORT_FEEDBACK
from linli.deliberation.permissions.proposals import COMMENT
from linli.deliberation.queries.ballots.files import (
    visible_agreements,
    visible_deliveries,
    visible_official,
    visible_papers,
    visible_proxies,
)
from linli.deliberation.queries.cost_plans.receivables import receivables_of
from linli.deliberation.queries.feedback.report_detail import reports_with_files
from linli.deliberation.queries.proposals.comments import comments_with_files
from linli.deliberation.queries.representatives.assemblies import visible_assemblies
from linli.deliberation.schemas.ballots.ledger import DeliveryRecord
from linli.deliberation.schemas.feedback import FeedbackIn
from linli.deliberation.schemas.proposals.comment import HomeAnswerIn, ProposalCommentIn
from linli.kernel.attachments.kinds import AttachmentKind
from linli.kernel.sync.items import SyncKind
from linli.kernel.work.worker import Handler

HANDLERS: dict[str, Handler] = {
    OPEN: open_when_due,
    CLOSE: close_when_due,
    FINISH: finish_when_due,
    CLOSE_ELECTION: close_election,
    KEEP_MANDATES: keep_mandates,
    PROMISE: remind_of_promise,
    CLOSING: close_uncontradicted,
}
"""What is done when it is due, by kind."""

SYNC_KINDS: tuple[SyncKind, ...] = (
    SyncKind("proposal_comment", ProposalCommentIn, COMMENT, log_comments),
    SyncKind("home_answer", HomeAnswerIn, COMMENT, log_home_answers),
    SyncKind("ballot_delivery", DeliveryRecord, DELIVER_BALLOT, record_deliveries),
    SyncKind("feedback", FeedbackIn, REPORT_FEEDBACK, report_feedback),
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
)
"""Whose files there are, and who sees them."""

__all__ = ["ATTACHMENT_KINDS", "HANDLERS", "SYNC_KINDS", "receivables_of"]
