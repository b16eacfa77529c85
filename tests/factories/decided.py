"""What a session decided, without going through the session."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from linli.deliberation.models.session_outcome import Decision
from linli.deliberation.models.sessions import AgendaItem, DeliberationSession
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.ids import new_id

MOMENT = datetime(2026, 11, 2, 8, tzinfo=UTC)
HELD_ON = date(2026, 11, 1)
WEIGHTS = "价格 50，速度 30，本市有维保点 20"


async def make_decision(
    database: Database, community_id: UUID, state: str = "closed", project_id: UUID | None = None
) -> str:
    """A council in this state, of a project or of all, that decided on weights; the decision."""
    session_id, item_id, decision_id = new_id(), new_id(), new_id()
    made = {"community_id": community_id, "created_by": new_id()}
    made |= {"body_digest": b"", "created_at": MOMENT}
    session: dict[str, Any] = {"kind": "council", "title": "第三次议事会", "place": "活动室"}
    session |= {"project_id": project_id, "starts_at": MOMENT, "held_on": HELD_ON, "state": state}
    item: dict[str, Any] = {"session_id": session_id, "position": 1, "title": "权重"}
    decision = {"session_id": session_id, "agenda_item_id": item_id, "words": WEIGHTS}
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        for model, id_, row in (
            (DeliberationSession, session_id, {**session, "version": 1, "tick": 0}),
            (AgendaItem, item_id, {**item, "subject_kind": "other", "version": 1}),
            (Decision, decision_id, decision),
        ):
            await tx.execute(insert(table(model)).values({**made, "id": id_, **row}))
    return str(decision_id)
