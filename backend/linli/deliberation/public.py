"""All that ``main`` connects of this context, and what contexts above it may use."""

from linli.deliberation.actions.feedback.feedback_work import CLOSING, PROMISE
from linli.deliberation.actions.feedback.follow_feedback import (
    close_uncontradicted,
    remind_of_promise,
)
from linli.deliberation.actions.feedback.report_feedback import report_feedback
from linli.deliberation.actions.representatives.close_election import close_election
from linli.deliberation.actions.representatives.keep_mandates import keep_mandates
from linli.deliberation.actions.representatives.work import CLOSE_ELECTION, KEEP_MANDATES
from linli.deliberation.permissions.feedback import REPORT_FEEDBACK
from linli.deliberation.queries.cost_plans.receivables import receivables_of
from linli.deliberation.queries.feedback.report_detail import reports_with_files
from linli.deliberation.queries.representatives.assemblies import visible_assemblies
from linli.deliberation.schemas.feedback import FeedbackIn
from linli.kernel.attachments.kinds import AttachmentKind
from linli.kernel.sync.items import SyncKind
from linli.kernel.work.worker import Handler

HANDLERS: dict[str, Handler] = {
    CLOSE_ELECTION: close_election,
    KEEP_MANDATES: keep_mandates,
    PROMISE: remind_of_promise,
    CLOSING: close_uncontradicted,
}
"""What is done when it is due, by kind."""

SYNC_KINDS: tuple[SyncKind, ...] = (
    SyncKind("feedback", FeedbackIn, REPORT_FEEDBACK, report_feedback),
)
"""What phones send in batches."""

ATTACHMENT_KINDS: tuple[AttachmentKind, ...] = (
    AttachmentKind("building_assembly", visible_assemblies),
    AttachmentKind("feedback", reports_with_files),
)
"""Whose files there are, and who sees them."""

__all__ = ["ATTACHMENT_KINDS", "HANDLERS", "SYNC_KINDS", "receivables_of"]
