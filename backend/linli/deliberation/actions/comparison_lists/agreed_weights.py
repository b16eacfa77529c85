from uuid import UUID

from sqlalchemy import and_, select

from linli.deliberation.queries.sessions.tables import decisions, sessions
from linli.deliberation.rules.lifecycles.session import DECISIONS_STAND
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import invalid

_POINTER = "/decision_id"


async def agreed_weights(tx: Tx, decision_id: UUID, project_id: UUID) -> Row:
    """What a list keeps of the decision that its weights rest on: session, day and words.

    Raises:
        Problem: 422 ``unknown_decision``, ``session_not_over`` while the session can still be
            cancelled or was, ``decision_of_other_project``.
    """
    d, s = decisions.c, sessions.c
    of_session = and_(s.community_id == d.community_id, s.id == d.session_id)
    asks = select(s.id, s.title, s.held_on, s.state, s.project_id, d.words)
    this = (d.community_id == tx.community, d.id == decision_id)
    row = await tx.row(asks.join_from(decisions, sessions, of_session).where(*this))
    if row is None:
        raise invalid(_POINTER, "unknown_decision")
    if row["state"] not in DECISIONS_STAND:
        raise invalid(_POINTER, "session_not_over")
    if row["project_id"] not in {None, project_id}:
        raise invalid(_POINTER, "decision_of_other_project")
    return {
        "decision_id": str(decision_id),
        "session_id": str(row["id"]),
        "agreed_in": row["title"],
        "agreed_on": row["held_on"].isoformat(),
        "agreed_words": row["words"],
    }
