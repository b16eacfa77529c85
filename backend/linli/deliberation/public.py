"""All that ``main`` connects of this context, and what contexts above it may use."""

from linli.deliberation.actions.ballots.close_round import close_when_due
from linli.deliberation.actions.ballots.due import CLOSE, FINISH, OPEN
from linli.deliberation.actions.ballots.finish_round import finish_when_due
from linli.deliberation.actions.ballots.open_round import open_when_due
from linli.deliberation.actions.ballots.record_deliveries import record_deliveries
from linli.deliberation.permissions.ballots import DELIVER_BALLOT
from linli.deliberation.queries.ballots.files import (
    visible_agreements,
    visible_deliveries,
    visible_official,
    visible_papers,
    visible_proxies,
)
from linli.deliberation.schemas.ballots.ledger import DeliveryRecord
from linli.kernel.attachments.kinds import AttachmentKind
from linli.kernel.sync.items import SyncKind
from linli.kernel.work.worker import Handler

HANDLERS: dict[str, Handler] = {
    OPEN: open_when_due,
    CLOSE: close_when_due,
    FINISH: finish_when_due,
}
"""What is done when it is due, by kind."""

SYNC_KINDS: tuple[SyncKind, ...] = (
    SyncKind("ballot_delivery", DeliveryRecord, DELIVER_BALLOT, record_deliveries),
)
"""What phones send in batches."""

ATTACHMENT_KINDS: tuple[AttachmentKind, ...] = (
    AttachmentKind("ballot", visible_papers),
    AttachmentKind("ballot_delivery", visible_deliveries),
    AttachmentKind("proxy_authorization", visible_proxies),
    AttachmentKind("voter_agreement", visible_agreements),
    AttachmentKind("official_result", visible_official),
)
"""Whose files there are, and who sees them."""

__all__ = ["ATTACHMENT_KINDS", "HANDLERS", "SYNC_KINDS"]
