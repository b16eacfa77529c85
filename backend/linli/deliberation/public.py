"""All that ``main`` connects of this context, and what contexts above it may use."""

from linli.deliberation.actions.representatives.close_election import close_election
from linli.deliberation.actions.representatives.keep_mandates import keep_mandates
from linli.deliberation.actions.representatives.work import CLOSE_ELECTION, KEEP_MANDATES
from linli.deliberation.queries.cost_plans.receivables import receivables_of
from linli.deliberation.queries.representatives.assemblies import visible_assemblies
from linli.kernel.attachments.kinds import AttachmentKind
from linli.kernel.sync.items import SyncKind
from linli.kernel.work.worker import Handler

HANDLERS: dict[str, Handler] = {
    CLOSE_ELECTION: close_election,
    KEEP_MANDATES: keep_mandates,
}
"""What is done when it is due, by kind."""

SYNC_KINDS: tuple[SyncKind, ...] = ()
"""What phones send in batches."""

ATTACHMENT_KINDS: tuple[AttachmentKind, ...] = (
    AttachmentKind("building_assembly", visible_assemblies),
)
"""Whose files there are, and who sees them."""

__all__ = ["ATTACHMENT_KINDS", "HANDLERS", "SYNC_KINDS", "receivables_of"]
