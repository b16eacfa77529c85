"""All that ``main`` connects of this context. No other context depends on care."""

from linli.care.actions.bring_back_door import bring_back_door
from linli.care.actions.check_task import check_task
from linli.care.actions.close_suggestion import expire_suggestion
from linli.care.actions.end_erased_needs import end_erased_needs
from linli.care.actions.erase_note import erase_note
from linli.care.actions.fold_doors import ESCALATION, REVISIT
from linli.care.actions.keep_dates import keep_dates
from linli.care.actions.log_assistance_visits import log_assistance_visits
from linli.care.actions.log_door_visits import log_door_visits
from linli.care.actions.log_needs import log_needs
from linli.care.actions.need_work import CHECK_TASK, ERASE_NOTE, KEEP_DATES, PLAN_TASKS
from linli.care.actions.open_files import open_need_file, open_visit_file
from linli.care.actions.plan_tasks import plan_tasks
from linli.care.actions.remind_of_door import remind_of_door
from linli.care.actions.suggest_help import EXPIRE_SUGGESTION
from linli.care.permissions.canvass import LOG_DOOR_VISIT
from linli.care.permissions.register import LOG_ASSISTANCE_VISIT, RECORD_NEED
from linli.care.queries.door_visits import visible_door_visits
from linli.care.queries.sealed_items import needs_with_files, visits_with_files
from linli.care.schemas.assistance_visit import AssistanceVisitIn
from linli.care.schemas.door_visit import DoorVisitIn
from linli.care.schemas.need import NeedIn
from linli.kernel.attachments.kinds import AttachmentKind
from linli.kernel.sync.items import SyncKind
from linli.kernel.work.worker import Handler

HANDLERS: dict[str, Handler] = {
    REVISIT: bring_back_door,
    ESCALATION: remind_of_door,
    PLAN_TASKS: plan_tasks,
    KEEP_DATES: keep_dates,
    CHECK_TASK: check_task,
    ERASE_NOTE: erase_note,
    EXPIRE_SUGGESTION: expire_suggestion,
}
"""What is done when it is due, by kind."""

SYNC_KINDS = (
    SyncKind("door_visit", DoorVisitIn, LOG_DOOR_VISIT, log_door_visits),
    SyncKind("assistance_need", NeedIn, RECORD_NEED, log_needs),
    SyncKind("assistance_visit", AssistanceVisitIn, LOG_ASSISTANCE_VISIT, log_assistance_visits),
)
"""What phones send in batches."""

ATTACHMENT_KINDS = (
    AttachmentKind("door_visit", visible_door_visits),
    AttachmentKind("assistance_need", needs_with_files, open_need_file),
    AttachmentKind("assistance_visit", visits_with_files, open_visit_file),
)
"""Whose files there are, and who sees them."""

__all__ = ["ATTACHMENT_KINDS", "HANDLERS", "SYNC_KINDS", "end_erased_needs"]
