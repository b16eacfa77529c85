"""The room: its row is locked while something happens, so that things happen one after another."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import insert, select, update

from linli.deliberation.facts.sessions import session_fact
from linli.deliberation.queries.sessions.tables import session_steps, sessions
from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.lifecycles.session import SESSION
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem, not_found

_c = sessions.c
GOING_ON = ("in_session", "in_recess")


async def locked_session(tx: Tx, session_id: UUID, states: Collection[str] = ()) -> Row:
    """A session, locked until the transaction ends.

    Raises:
        Problem: 404 ``not_found``; 409 ``session_moved`` when it is in none of ``states``.
    """
    mine = (_c.community_id == tx.community, _c.id == session_id)
    row = await tx.row(select(sessions).where(*mine).with_for_update())
    if row is None:
        raise not_found()
    if states and row["state"] not in states:
        raise session_moved(row)
    return row


async def hold_sessions(tx: Tx, session_ids: Collection[UUID]) -> None:
    """Those that there are, in one order, until the transaction ends."""
    asks = select(_c.id).where(_c.community_id == tx.community, _c.id.in_(session_ids))
    await tx.rows(asks.order_by(_c.id).with_for_update())


def session_moved(session: Row) -> Problem:
    """409: the session is in a state in which this cannot be done."""
    return Problem(409, "session_moved", state=session["state"])


async def seen_by_all(tx: Tx, session_id: UUID) -> None:
    """Something changed that those who follow the session see: they read it anew."""
    mine = (_c.community_id == tx.community, _c.id == session_id)
    await tx.execute(update(sessions).where(*mine).values(tick=_c.tick + 1))


async def move_session(  # noqa: PLR0913, PLR0917 - a move is all of this
    tx: Tx,
    actor: Actor | None,
    session: Row,
    to: str,
    verb: str,
    reason: str | None = None,
    public: Row | None = None,
    **changes: object,
) -> None:
    """Move a locked session, keep who did it and when, and record it.

    Raises:
        Problem: 409 ``session_moved`` when it cannot come there from where it is.
    """
    try:
        SESSION.check(session["state"], to, reason or "")
    except RuleBrokenError as broken:
        raise session_moved(session) from broken
    now = clock.now()
    mine = (_c.community_id == tx.community, _c.id == session["id"])
    values = {"state": to, "tick": _c.tick + 1, "version": _c.version + 1, **changes}
    await tx.execute(update(sessions).where(*mine).values(**values))
    step = {
        "community_id": tx.community,
        "id": new_id(),
        "session_id": session["id"],
        "to_state": to,
        "by_account_id": actor.account_id if actor else None,
        "at": now,
        "reason": reason,
    }
    await tx.execute(insert(session_steps).values(step))
    record(tx, session_fact(verb, session["id"], now, actor, public, reason=reason))
