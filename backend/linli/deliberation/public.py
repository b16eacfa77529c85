"""All that ``main`` connects of this context, and what contexts above it may use."""

from linli.deliberation.queries.cost_plans.receivables import receivables_of
from linli.kernel.attachments.kinds import AttachmentKind
from linli.kernel.sync.items import SyncKind
from linli.kernel.work.worker import Handler

HANDLERS: dict[str, Handler] = {}
"""What is done when it is due, by kind."""

SYNC_KINDS: tuple[SyncKind, ...] = ()
"""What phones send in batches."""

ATTACHMENT_KINDS: tuple[AttachmentKind, ...] = ()
"""Whose files there are, and who sees them."""

__all__ = ["ATTACHMENT_KINDS", "HANDLERS", "SYNC_KINDS", "receivables_of"]
