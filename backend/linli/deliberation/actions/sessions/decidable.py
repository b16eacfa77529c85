from uuid import UUID

from linli.deliberation.queries.sessions.agenda_items import agenda_of
from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.sessions.agenda import refuse_undecidable
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import Problem, invalid

CODES = {
    "not_in_notice": "item_not_noticed",
    "changed_after_notice": "item_changed_after_notice",
}


async def require_decidable(tx: Tx, session_id: UUID, item_id: UUID) -> None:
    """Let a session decide only what its notice announced, unchanged.

    Raises:
        Problem: 422 ``unknown_agenda_item``; 409 ``item_not_noticed`` or
            ``item_changed_after_notice``.
    """
    items = await agenda_of(tx, session_id)
    if all(item["id"] != item_id for item in items):
        raise invalid("/agenda_item_id", "unknown_agenda_item")
    now = {str(item["id"]): item["digest"] for item in items}
    noticed = {str(i["id"]): i["noticed_digest"] for i in items if i["noticed_digest"] is not None}
    try:
        refuse_undecidable(str(item_id), noticed, now)
    except RuleBrokenError as broken:
        raise Problem(409, CODES[broken.code]) from broken
