from uuid import UUID

from linli.deliberation.queries.sessions.agenda_items import agenda_of
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import Problem, invalid

CODES = {
    "not_in_notice": "item_not_noticed",
    "changed_after_notice": "item_changed_after_notice",
    "subject_changed_after_notice": "item_subject_changed",
}


async def require_decidable(tx: Tx, session_id: UUID, item_id: UUID) -> None:
    """Let a session decide only what its notice announced, unchanged, and what stands behind it.

    Raises:
        Problem: 422 ``unknown_agenda_item``; 409 ``item_not_noticed``,
            ``item_changed_after_notice`` or ``item_subject_changed``.
    """
    items = await agenda_of(tx, session_id)
    item = next((each for each in items if each["id"] == item_id), None)
    if item is None:
        raise invalid("/agenda_item_id", "unknown_agenda_item")
    if item["undecidable"] is not None:
        raise Problem(409, CODES[item["undecidable"]])
