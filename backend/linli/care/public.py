"""All that ``main`` connects of this context. No other context depends on care."""

from linli.care.actions.bring_back_door import bring_back_door
from linli.care.actions.fold_doors import ESCALATION, REVISIT
from linli.care.actions.log_door_visits import log_door_visits
from linli.care.actions.remind_of_door import remind_of_door
from linli.care.permissions.canvass import LOG_DOOR_VISIT
from linli.care.queries.door_visits import visible_door_visits
from linli.care.schemas.door_visit import DoorVisitIn
from linli.kernel.attachments.kinds import AttachmentKind
from linli.kernel.sync.items import SyncKind
from linli.kernel.work.worker import Handler

HANDLERS: dict[str, Handler] = {REVISIT: bring_back_door, ESCALATION: remind_of_door}
"""What is done when it is due, by kind."""

SYNC_KINDS = (SyncKind("door_visit", DoorVisitIn, LOG_DOOR_VISIT, log_door_visits),)
"""What phones send in batches."""

ATTACHMENT_KINDS = (AttachmentKind("door_visit", visible_door_visits),)
"""Whose files there are, and who sees them."""

__all__ = ["ATTACHMENT_KINDS", "HANDLERS", "SYNC_KINDS"]
